/** MCP over HTTP (Streamable HTTP, both protocol eras): guards first, then the SDK's handler. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import {
  hostHeaderValidation,
  originValidation,
  toNodeHandler,
  type NodeIncomingMessageLike,
} from '@modelcontextprotocol/node';
import { createMcpHandler, localhostAllowedHostnames } from '@modelcontextprotocol/server';
import type { Docs } from './docs.ts';
import { limiter, type Rate } from './rate.ts';
import { docsServer } from './server.ts';

/** A request to one of our tools is a few hundred bytes. */
const MOST_BODY_BYTES = 64 * 1024;

/** An agent asks in bursts; a thousand calls in a row are no abuse, a hundred a second for long are. */
const RATE: Rate = { burst: 3000, perSecond: 100 };

/** Streams that wait for changes, of which a built site has none. */
const MOST_SUBSCRIPTIONS = 64;

export interface McpEndpoint {
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/**
 * The endpoint of a site.
 * @param hostnames by which clients may call it besides those of this machine: `docs.example`;
 *   another `Host` or `Origin` is refused, so that no foreign web page can call a local server
 */
export function mcpEndpoint(
  docs: Docs,
  hostnames: readonly string[],
  rate: Rate = RATE,
): McpEndpoint {
  const allowed = [...new Set([...localhostAllowedHostnames(), ...hostnames])];
  const isHostRight = hostHeaderValidation(allowed);
  const isOriginRight = originValidation(allowed);
  const waitFor = limiter(rate);
  const mcp = createMcpHandler(docsServer(docs), { maxSubscriptions: MOST_SUBSCRIPTIONS });
  const answer = toNodeHandler(mcp, { maxRequestBodySize: MOST_BODY_BYTES });
  return {
    handle(request, response) {
      if (!isHostRight(request, response) || !isOriginRight(request, response)) return;
      const seconds = waitFor(request.socket.remoteAddress ?? '');
      if (seconds > 0) {
        const headers = { 'Retry-After': seconds };
        refuse(response, 429, `Too many requests: wait ${seconds} s`, headers);
      } else if (request.method !== 'POST') {
        // Streams and sessions are not offered; the SDK would answer TRACE with 500.
        refuse(response, 405, `${request.method} is not served here, only POST`, { Allow: 'POST' });
      } else void answer(request as NodeIncomingMessageLike, response);
    },
    close: () => mcp.close(),
  };
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: OutgoingHttpHeaders,
): void {
  const error = { code: -32_000, message };
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
}
