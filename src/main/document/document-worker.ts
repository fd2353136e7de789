import { parentPort, workerData } from 'node:worker_threads';
import { openLockedSearch } from './open-locked-search.ts';
import type { DocumentPort } from './document-port.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/**
 * The document's thread. Loading, merging and compacting happen here, so that they never block windows, tray or
 * notifications. Messages come from main alone, and were parsed there when they came from elsewhere.
 */
const port = parentPort;
if (port === null) throw new Error('document-worker runs as a worker thread only');
const { folder, zone, now } = workerData as WorkerStart;
const send = (message: FromWorker): void => port.postMessage(message);

const opened = await openLockedSearch(folder, {
  zone,
  now,
  events: {
    rows: (change) => send({ type: 'rows', change }),
    status: (status) => send({ type: 'status', status }),
  },
});

if (!opened.ok) {
  send({ type: 'refused', refusal: opened.error });
} else {
  const document = opened.value;
  port.on('message', (message: ToWorker) => void answer(document, message));
  send({ type: 'opened' });
}

async function answer(document: DocumentPort, { id, method, args }: ToWorker): Promise<void> {
  try {
    // The main side calls by the port's own type; a spread of its arguments cannot be expressed per method.
    const call = document[method] as (...args: readonly unknown[]) => Promise<unknown>;
    send({ type: 'answer', id, value: await call(...args) });
    if (method === 'close') port?.close();
  } catch (cause) {
    send({ type: 'failed', id, what: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    if (method === 'close') port?.close();
  }
}
