import { Worker } from 'node:worker_threads';
import { CordonError } from '../errors.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { type Batch, type BatchResult, type BatchSetup, screenBatch } from './book-batch.ts';
import type { WorkerReply, WorkerStart } from './book-worker.ts';

/** Whatever screens batches. Results come in any order; a batch that fails rejects. */
export interface BatchScreener {
  /** Batches that may wait here at once: enough that no thread runs dry, few enough that memory stays small. */
  readonly capacity: number;
  screen(batch: Batch): Promise<BatchResult>;
  close(): Promise<void>;
}

/** Screens on the calling thread. */
export function ownThread(snapshot: Snapshot, setup: BatchSetup): BatchScreener {
  return {
    capacity: 1,
    screen: async (batch) => screenBatch(snapshot, batch, setup),
    close: async () => undefined,
  };
}

interface Waiting {
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

/** Batches sent to a thread ahead of the one it works on. */
const AHEAD = 2;
/** Young generation of a thread's heap in MB: rows live for microseconds, and a small nursery keeps memory level. */
const NURSERY_MB = 16;

/** Screens on threads of their own, which share the memory of the snapshot in the file at `path`. */
export function manyThreads(
  snapshot: Snapshot,
  path: string,
  setup: BatchSetup,
  threads: number,
): BatchScreener {
  const start: WorkerStart = {
    path,
    memory: snapshot.memory,
    carried: snapshot.carried,
    setup,
  };
  const pool = Array.from({ length: threads }, () => new Thread(start));
  return {
    capacity: threads * (1 + AHEAD),
    screen: (batch) => pool.reduce((least, one) => (one.load < least.load ? one : least)).screen(batch),
    close: async () => {
      await Promise.all(pool.map((one) => one.close()));
    },
  };
}

class Thread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private fault: Error | null = null;

  constructor(start: WorkerStart) {
    this.worker = new Worker(workerEntry(), {
      workerData: start,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
    });
    this.worker.on('message', (reply: WorkerReply) => {
      const { resolve, reject } = this.waiting.shift()!;
      if ('result' in reply) resolve(reply.result);
      else reject(faultOf(reply.fault));
    });
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', (code) => this.fail(new Error(`a screening thread ended with code ${code}`)));
  }

  get load(): number {
    return this.waiting.length;
  }

  screen(batch: Batch): Promise<BatchResult> {
    if (this.fault) return Promise.reject(this.fault);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(batch);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.fault ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.fault);
  }
}

function faultOf({ code, message, stack }: Extract<WorkerReply, { fault: unknown }>['fault']): Error {
  const error = code === null ? new Error(message) : new CordonError(code, message);
  error.stack = stack;
  return error;
}

/** The compiled worker; from source, one that first starts the loader for TypeScript (Node 20 reads none itself). */
function workerEntry(): URL {
  const here = import.meta.url;
  if (here.endsWith('.js')) return new URL('./book-worker.js', here);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL('./book-worker.ts', here).href);
  const code = `import { register } from ${loader}; register(); await import(${entry});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
