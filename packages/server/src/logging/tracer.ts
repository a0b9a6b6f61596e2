/** As much of a span of OpenTelemetry as is used here. */
export interface Span {
  setAttribute(name: string, value: string | number | boolean): unknown;
  /** `code` 2 is an error. */
  setStatus(status: { code: number }): unknown;
  updateName(name: string): unknown;
  end(): void;
}

/** As much of a tracer as is used here: `trace.getTracer('leavewell')` of `@opentelemetry/api` is one. */
export interface Tracer {
  startActiveSpan<T>(name: string, options: { readonly kind?: number }, work: (span: Span) => T): T;
}

/** What a span may say: names, numbers and codes, nothing of a person. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

const statusError = 2;

/** Does nothing, where there is no tracer. */
const noSpan: Span = { setAttribute: () => {}, setStatus: () => {}, updateName: () => {}, end: () => {} };

/**
 * Runs `work` in a span of its own, which ends when the work does and says whether it failed; the error itself is the
 * log's. Without a tracer the work just runs.
 */
export async function inSpan<T>(
  tracer: Tracer | undefined,
  name: string,
  facts: SpanFacts,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  if (tracer === undefined) return work(noSpan);
  return tracer.startActiveSpan(name, {}, async (span) => {
    for (const [key, value] of Object.entries(facts)) span.setAttribute(key, value);
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: statusError });
      throw error;
    } finally {
      span.end();
    }
  });
}
