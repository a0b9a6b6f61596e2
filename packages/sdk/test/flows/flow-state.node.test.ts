import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createFlowState } from '../../src/flows/flow-state.ts';

type Step = { readonly status: string };

/** Listens to what is reported as an uncaught error of the page. */
function listenToReports(t: TestContext, name: 'reportError' | 'console.error'): unknown[] {
  const reports: unknown[] = [];
  if (name === 'console.error') t.mock.method(console, 'error', (error: unknown) => reports.push(error));
  else {
    Object.defineProperty(globalThis, name, { value: (error: unknown) => reports.push(error), configurable: true });
    t.after(() => Reflect.deleteProperty(globalThis, name));
  }
  return reports;
}

test('a snapshot is a new frozen object with every change', () => {
  const flow = createFlowState<Step>({ status: 'a' });
  const before = flow.state;
  flow.set({ status: 'b' });
  assert.notEqual(flow.state, before);
  assert.equal(before.status, 'a');
  for (const state of [before, flow.state]) assert.ok(Object.isFrozen(state));
});

test('a listener hears changes, not the present, until it is let go; letting go twice is harmless', () => {
  const flow = createFlowState<Step>({ status: 'a' });
  const heard: string[] = [];
  const stop = flow.subscribe(({ status }) => heard.push(status));
  flow.set({ status: 'b' });
  stop();
  stop();
  flow.set({ status: 'c' });
  assert.deepEqual(heard, ['b']);
});

test('one function that listens twice hears twice, and can let go of one', () => {
  const flow = createFlowState<Step>({ status: 'a' });
  const heard: string[] = [];
  const listener = ({ status }: Step) => void heard.push(status);
  const stop = flow.subscribe(listener);
  flow.subscribe(listener);
  flow.set({ status: 'b' });
  stop();
  flow.set({ status: 'c' });
  assert.deepEqual(heard, ['b', 'b', 'c']);
});

test('a throwing listener reaches neither the flow nor the others, and is reported as an error of the page', (t) => {
  const reports = listenToReports(t, 'reportError');
  const flow = createFlowState<Step>({ status: 'a' });
  const heard: string[] = [];
  const fault = new Error('fault of the page');
  flow.subscribe(() => {
    throw fault;
  });
  flow.subscribe(({ status }) => heard.push(status));
  flow.set({ status: 'b' });
  assert.deepEqual([flow.state.status, heard, reports], ['b', ['b'], [fault]]);
});

test('where there is no reportError the console says it', (t) => {
  const reports = listenToReports(t, 'console.error');
  const flow = createFlowState<Step>({ status: 'a' });
  flow.subscribe(() => {
    throw 'fault';
  });
  flow.set({ status: 'b' });
  assert.deepEqual(reports, ['fault']);
});

test('a listener that causes the next change does not make the others hear them in another order', () => {
  const flow = createFlowState<Step>({ status: 'a' });
  const first: string[] = [];
  const second: string[] = [];
  flow.subscribe(({ status }) => {
    first.push(status);
    if (status === 'b') flow.set({ status: 'c' });
  });
  flow.subscribe(({ status }) => second.push(status));
  flow.set({ status: 'b' });
  assert.deepEqual([first, second], [['b', 'c'], ['b', 'c']]);
});

test('a listener that another one lets go of hears no more', () => {
  const flow = createFlowState<Step>({ status: 'a' });
  const heard: string[] = [];
  flow.subscribe(() => stop());
  const stop = flow.subscribe(({ status }) => heard.push(status));
  flow.set({ status: 'b' });
  assert.deepEqual(heard, []);
});
