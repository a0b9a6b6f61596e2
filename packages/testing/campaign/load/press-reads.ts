import autocannon from 'autocannon';

/** What a time of nothing but reads came to. */
export interface ReadRun {
  readonly perSecond: number;
  readonly errors: number;
}

/** Reads one address over many connections for some seconds. */
export async function pressReads(
  url: string,
  headers: Readonly<Record<string, string>>,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<ReadRun> {
  const start = performance.now();
  const { non2xx, errors, timeouts, requests } = await autocannon({
    url,
    headers: { ...headers },
    connections,
    duration: seconds,
  });
  return { perSecond: requests.total / ((performance.now() - start) / 1000), errors: non2xx + errors + timeouts };
}
