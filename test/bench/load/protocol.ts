/** One request as it is sent. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What the load process is to do. */
export interface LoadJob {
  url: string;
  requests: LoadRequest[];
  /** Each request once, by whichever connection comes first, instead of round and round. */
  once: boolean;
  /** Large bodies: taken off the wire and thrown away, without autocannon, which keeps whole bodies. */
  drain: boolean;
  connections: number;
  seconds: number;
}

export interface LoadResult {
  /** Answers with a 2xx status within the time. */
  answers: number;
  /** Other answers, refused or broken connections. */
  failures: number;
  seconds: number;
  bytes: number;
  /** Of the answers, milliseconds, sorted. */
  latencies: number[];
  /** An example of what went wrong. */
  failure?: string;
}
