/** The sidebar's page as Google would serve it: sandboxed, on an origin of its own, with google.script.run in it. */

/** A page on no origin may do this and nothing else; the sidebar brings everything with it, so it needs no network. */
export const SIDEBAR_POLICY = [
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  // Its forms are answered by its script: none is ever sent anywhere.
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Puts google.script.run at the head of the page. `functions` are the script's top-level ones, `shim` a script. */
export function withGoogle(html: string, shim: string, functions: readonly string[]): string {
  const script = `<script>window.googleFunctions = ${JSON.stringify(functions)};\n${shim}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return `${script}${html}`;
  const end = head.index + head[0].length;
  // Not by `replace`: what is put in may hold `$&`.
  return `${html.slice(0, end)}${script}${html.slice(end)}`;
}

/** The functions that google.script.run offers: top-level ones whose name does not end with an underscore. */
export function callable(code: string): string[] {
  return [...code.matchAll(/^function (\w+)\(/gm)].flatMap(([, name = '']) =>
    name.endsWith('_') ? [] : [name],
  );
}
