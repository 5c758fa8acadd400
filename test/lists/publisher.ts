import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a path answers; `visit` counts from 1. */
export type Answer = (response: ServerResponse, request: IncomingMessage, visit: number) => void;

/** A publisher of the tests' own on 127.0.0.1, which does what it is told, well or badly. */
export class Publisher {
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;
  /** Every request so far. */
  readonly requests: IncomingMessage[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request);
      const path = pathOf(request);
      const answer = this.#answers.get(path);
      if (answer) answer(response, request, this.visits(path));
      else response.writeHead(404).end();
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Sets how a path answers and gives its address. */
  at(path: string, answer: Answer): string {
    this.#answers.set(path, answer);
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  visits(path: string): number {
    return this.requests.filter((request) => pathOf(request) === path).length;
  }
}

function pathOf(request: IncomingMessage): string {
  return request.url!.replace(/\?.*$/, '');
}

/** Answers 200 with a body and some headers. */
export function body(content: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(200, headers).end(content);
}

/** Answers with a status and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end();
}
