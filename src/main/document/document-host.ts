import { Worker } from 'node:worker_threads';
import type { Instant, Zone } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentEvents, DocumentPort } from './document-port.ts';
import type { OpenRefusal } from './open-locked-search.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

export interface DocumentHostStart {
  readonly folder: string;
  readonly zone: Zone;
  /** Noted in the folder's lock. */
  readonly now: Instant;
  /** Where the built document-worker.js is. */
  readonly workerUrl: URL;
  readonly events: DocumentEvents;
}

/** Opens a job search in a worker thread of its own. After an unexpected end of the thread every call rejects. */
export const startDocumentHost = async (start: DocumentHostStart): Promise<Result<DocumentPort, OpenRefusal>> => {
  const worker = new Worker(start.workerUrl, {
    workerData: { folder: start.folder, zone: start.zone, now: start.now } satisfies WorkerStart,
  });
  const waiting = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (cause: Error) => void }
  >();
  let lastId = 0;
  let ended: Error | null = null;

  const endAll = (cause: Error): void => {
    ended = cause;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };

  const ask = <T>(method: keyof DocumentPort, ...args: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, method, args } satisfies ToWorker);
    });

  const opened = await new Promise<Result<null, OpenRefusal>>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'opened':
          return resolve(ok(null));
        case 'refused':
          return resolve(err(message.refusal));
        case 'answer':
          waiting.get(message.id)?.resolve(message.value as never);
          return waiting.delete(message.id);
        case 'failed':
          waiting.get(message.id)?.reject(new Error(message.what));
          return waiting.delete(message.id);
        case 'rows':
          return start.events.rows(message.change);
        case 'status':
          return start.events.status(message.status);
      }
    });
    worker.on('error', (cause) => {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      endAll(error);
      reject(error);
    });
    worker.on('exit', (code) => {
      const error = new Error(`the document's thread ended with code ${code}`);
      endAll(error);
      reject(error);
    });
  });
  if (!opened.ok) {
    await worker.terminate();
    return opened;
  }
  return ok({
    submit: (command) => ask('submit', command),
    undo: () => ask('undo'),
    redo: () => ask('redo'),
    readText: (place) => ask('readText', place),
    editText: (place, version, changes) => ask('editText', place, version, changes),
    rows: (heads) => ask('rows', heads),
    outlook: () => ask('outlook'),
    exportJson: (at) => ask('exportJson', at),
    importJson: (json, at) => ask('importJson', json, at),
    setZone: (zone) => ask('setZone', zone),
    close: () => ask('close'),
  });
};
