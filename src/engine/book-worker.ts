import { parentPort, workerData } from 'node:worker_threads';
import { CordonError, type ErrorCode } from '../errors.ts';
import { openSnapshotFile, type SharedMemory } from '../snapshot/open.ts';
import { type Batch, type BatchResult, type BatchSetup, screenBatch } from './book-batch.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly path: string;
  readonly memory: SharedMemory;
  readonly carried: boolean;
  readonly setup: BatchSetup;
}

/** What comes back for each batch, in the order in which they were sent. */
export type WorkerReply =
  | { readonly result: BatchResult }
  | { readonly fault: { readonly code: ErrorCode | null; readonly message: string; readonly stack: string } };

const port = parentPort!;
const { path, memory, carried, setup } = workerData as WorkerStart;
const snapshot = openSnapshotFile(path, { shared: memory, carried });

port.on('message', (batch: Batch) => {
  try {
    const result = screenBatch(snapshot, batch, setup);
    port.postMessage({ result } satisfies WorkerReply, [result.bytes.buffer]);
  } catch (error) {
    // The thread that waits for the batch throws it.
    const { message, stack } = error as Error;
    const code = error instanceof CordonError ? error.code : null;
    port.postMessage({ fault: { code, message, stack: stack ?? '' } } satisfies WorkerReply);
  }
});
