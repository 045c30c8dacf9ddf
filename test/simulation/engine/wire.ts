/** The wire between script and Linkup: records what the Linkup double does not keep, and lets faults strike. */
import type { Clock } from '../../doubles/clock';
import { ServiceError } from '../../doubles/google';
import type { HttpRequest, HttpResponse, Transport } from '../../doubles/http';
import type { Fault, LinkupDouble } from '../../doubles/linkup';

/** One request as the script sent it. */
export interface Sent {
  readonly at: number;
  readonly method: HttpRequest['method'];
  readonly url: string;
  /** Everything but the Authorization header, as one text. */
  readonly visible: string;
  /** Tasks in the body; 0 where there are none. */
  readonly tasks: number;
}

/** What goes wrong with a request: at Linkup, or in UrlFetchApp with a text that it throws. */
export type WireFault = {
  readonly kind: string;
  readonly only?: 'GET' | 'POST';
} & ({ readonly linkup: Omit<Fault, 'path' | 'method'> } | { readonly google: string });

/** A transport that records, and fails when told to. */
export class Wire {
  readonly sent: Sent[] = [];
  /** Tasks that were made to try one row: a price of their own was named for them, and they are no run's. */
  readonly tried = new Set<string>();
  private faults: WireFault[] = [];

  constructor(
    private readonly linkup: LinkupDouble,
    private readonly clock: Clock,
    private readonly struck: (kind: string) => void,
    /** How long a page of the list takes, in ms. */
    private listTakesMs: number,
    /** Whether the execution at work tries a row: then nothing fails here, for whose a task is that came late nobody could tell. */
    private readonly isTrying: () => boolean,
  ) {}

  /** Makes the next request for tasks fail, of the fault's method where it names one. */
  failNext(fault: WireFault): void {
    this.faults.push(fault);
  }

  /** Forgets what was to fail, and is as quick as ever. */
  mend(): void {
    this.faults = [];
    this.listTakesMs = 0;
  }

  readonly transport: Transport = (request): HttpResponse => {
    this.record(request);
    const isTry = this.isTrying();
    const fault = isTry ? undefined : this.take(request);
    if (fault) {
      this.struck(fault.kind);
      if ('google' in fault) throw new ServiceError(fault.google);
      this.linkup.failNext(fault.linkup);
    }
    if (request.url.includes('/v1/tasks?')) this.clock.sleep(this.listTakesMs);
    const response = this.linkup.handle(request);
    if (isTry) this.notice(request, response);
    return response;
  };

  private notice({ method, url }: HttpRequest, { status, body }: HttpResponse): void {
    if (method !== 'POST' || !/\/v1\/(tasks|research)$/.test(url) || status >= 300) return;
    const created: unknown = JSON.parse(body);
    for (const task of Array.isArray(created) ? created : [created]) this.tried.add(String(task.id));
  }

  private take({ method, url }: HttpRequest): WireFault | undefined {
    if (!url.includes('/v1/tasks')) return undefined;
    const at = this.faults.findIndex(({ only }) => only === undefined || only === method);
    return at < 0 ? undefined : this.faults.splice(at, 1)[0];
  }

  private record({ method, url, body = '', headers }: HttpRequest): void {
    const shown = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization');
    const visible = [url, body, ...shown.flat()].join('\n');
    this.sent.push({ at: this.clock.now(), method, url, visible, tasks: tasksIn(method, url, body) });
  }
}

function tasksIn(method: string, url: string, body: string): number {
  if (method !== 'POST' || !url.endsWith('/v1/tasks')) return 0;
  const tasks: unknown = JSON.parse(body);
  return Array.isArray(tasks) ? tasks.length : 1;
}
