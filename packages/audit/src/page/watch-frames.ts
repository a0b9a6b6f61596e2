// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.
import { flatElements, inOneLook, isSeen, lineOf } from './flat-tree.ts';
import { nameOf, roleOf } from './naming.ts';

/** What was drawn from one moment on. */
export interface Frame {
  /** Milliseconds since the document began. */
  readonly at: number;
  /** When the last answer from a server was complete; 0 when there was none. */
  readonly answeredAt: number;
  readonly headings: readonly string[];
  readonly controls: readonly string[];
}

/** When the last thing that this document asked for had come. */
export function lastAnswer(): number {
  const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
  return Math.max(0, ...ends);
}

/** The headings and controls that are drawn now. */
export function frameNow(): Frame {
  return inOneLook(frameSeen);
}

/** The same, found out anew. */
export function frameSeen(): Frame {
  const seen = flatElements(document.documentElement).filter(
    (element) => /^(heading|button|link)$/.test(roleOf(element)) && isSeen(element),
  );
  return {
    at: performance.now(),
    answeredAt: lastAnswer(),
    headings: seen.filter((element) => roleOf(element) === 'heading').map(lineOf),
    controls: seen.filter((element) => roleOf(element) !== 'heading').map(nameOf),
  };
}

/** The frames of this document; begins to watch when it is first asked. Stops after five seconds. */
export function watchFrames(): Frame[] {
  const known: unknown = Reflect.get(window, '__leavewellFrames');
  if (known !== undefined) return known as Frame[];
  const frames: Frame[] = [];
  Object.defineProperty(window, '__leavewellFrames', { value: frames, configurable: true });
  const began = performance.now();
  const look = () => {
    const frame = frameNow();
    const last = frames.at(-1);
    const isNew = JSON.stringify([last?.headings, last?.controls]) !== JSON.stringify([frame.headings, frame.controls]);
    if (isNew) frames.push(frame);
    if (frame.at - began < 5_000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return frames;
}

/** Forgets the frames and begins to watch anew. */
export function watchAgain(): void {
  Reflect.deleteProperty(window, '__leavewellFrames');
  watchFrames();
}
