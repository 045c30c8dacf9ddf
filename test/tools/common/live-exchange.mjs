// HTTPS over the real network. Plain JavaScript: worker threads of Node 20 load no TypeScript.

/** Sends a request, and gives its response, or the kind of failure: errors do not survive the way between threads. */
export async function exchange(request, timeoutMs, stopped) {
  try {
    return { response: await send(request, timeoutMs, stopped) };
  } catch (thrown) {
    return { failure: kindOf(thrown) };
  }
}

/** Throws whatever fetch throws. */
async function send({ method, url, headers, body }, timeoutMs, stopped) {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = stopped ? AbortSignal.any([timeout, stopped]) : timeout;
  // A redirect could carry the key elsewhere, and the API has none.
  const response = await fetch(url, { method, headers, body, redirect: 'error', signal });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
}

/** The kind of a network error, by the codes that Node keeps one or two causes deep. */
function kindOf(thrown) {
  const codes = codesIn(thrown);
  const has = (pattern) => codes.some((code) => pattern.test(code));
  if (has(/TIMEOUT|TimeoutError|ETIMEDOUT/)) return 'timeout';
  if (has(/ENOTFOUND|EAI_/)) return 'dns';
  if (has(/CERT|SSL|TLS|EPROTO|SIGNATURE/)) return 'ssl';
  return 'unreachable';
}

function codesIn(thrown) {
  if (!(thrown instanceof Error)) return [];
  return [thrown.name, String(thrown.code ?? ''), ...codesIn(thrown.cause)];
}
