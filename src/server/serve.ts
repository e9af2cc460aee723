/** The HTTP edge: asks `answer` and sends what it says, files through `send`. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import send from 'send';
import { originOf, type Listen } from '../model/listen.ts';
import type { McpEndpoint } from '../mcp/http.ts';
import { answer, type Answer, type Served } from './answer.ts';
import type { AnswerPack } from './pack.ts';
import { refuseNonsense } from './refuse.ts';

export interface ServeOptions extends Served, Listen {
  /** The folder of the built site. */
  readonly folder: string;
  /** What answers at `/mcp` below the base; without it nothing is there. */
  readonly mcp?: McpEndpoint;
  /** What answers at `/pack` below the base; without it nothing is there. */
  readonly pack?: AnswerPack;
}

export interface RunningServer {
  /** Where the site is, with base path: `http://127.0.0.1:4321/`. */
  readonly url: string;
  /** Answers what is under way, then stops; cuts connections that are still open after two seconds. */
  close(): Promise<void>;
}

const GRACE_MS = 2000;

/**
 * Longer than a client or proxy keeps an idle connection (commonly 60 s): Node's 5 s close it just
 * when a client that was busy in between uses it again, which it sees as a failed request.
 */
const KEEP_ALIVE_MS = 65_000;

/**
 * Serves a built site.
 * @throws Error that says what to do, when the port is taken or not allowed.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const path = url.replace(/\/?(\?.*)?$/, '');
    if (options.mcp && path === `${options.address.base}mcp`) {
      options.mcp.handle(request, response);
      return;
    }
    const { accept, 'accept-encoding': encoding } = headers;
    const question = { method, target: url, accept, encoding: encoding?.toString() };
    if (options.pack && path === `${options.address.base}pack`) {
      void options
        .pack(options, question, request.socket.remoteAddress ?? '')
        .then((said) => reply(options.folder, request, response, said))
        .catch((error: unknown) => response.destroy(error as Error));
      return;
    }
    reply(options.folder, request, response, answer(options, question));
  });
  refuseNonsense(server);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: originOf({ host: options.host, port }) + options.address.base,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await options.mcp?.close();
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

/**
 * Starts to listen.
 * @throws Error that says what to do, when the port is taken or not allowed.
 */
export async function listen(server: Server, at: Listen): Promise<void> {
  server.listen(at.port, at.host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(listenFailure(error, at), { cause: error });
  });
}

function reply(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  said: Answer,
): void {
  response.statusCode = said.status;
  for (const [name, value] of Object.entries(said.headers)) response.setHeader(name, value);
  if ('text' in said) {
    response.setHeader('Content-Length', Buffer.byteLength(said.text));
    response.end(said.text);
    return;
  }
  if (said.status === 404) {
    // Conditions hold for what is there (RFC 9110, 13.2.1); `send` would answer 412.
    delete request.headers['if-match'];
    delete request.headers['if-unmodified-since'];
  }
  const path = said.file.split('/').map(encodeURIComponent).join('/');
  send(request, path, {
    root: folder,
    dotfiles: 'allow', // `/.well-known/…`; only files of the build are ever asked for
    cacheControl: false, // ours is set above
    acceptRanges: said.status === 200,
    index: false,
  }).pipe(response);
}

function listenFailure(error: NodeJS.ErrnoException, { host, port }: Listen): string {
  const place = `port ${port} on ${host}`;
  const other = `PORT=${port + 1} npm start`;
  switch (error.code) {
    case 'EADDRINUSE':
      return `${place} is taken: stop what runs there, or take another one: ${other}`;
    case 'EACCES':
      return `${place} is not allowed for this user: take one above 1023: PORT=4321 npm start`;
    default:
      return `cannot listen on ${place}: ${error.message}`;
  }
}
