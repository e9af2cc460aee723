/** MCP over HTTP (Streamable HTTP, both protocol eras): guards first, then the SDK's handler. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  hostHeaderValidation,
  originValidation,
  toNodeHandler,
  type FetchLikeMcpHandler,
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
  const answerTo = (client: string): FetchLikeMcpHandler => ({
    async fetch(asked, options) {
      const seconds = waitFor(client, await callsIn(asked.clone()));
      if (seconds === 0) return mcp.fetch(asked, options);
      const headers = { 'Retry-After': String(seconds) };
      return Response.json(refusal(`Too many requests: wait ${seconds} s`), {
        status: 429,
        headers,
      });
    },
  });
  return {
    handle(request, response) {
      if (!isHostRight(request, response) || !isOriginRight(request, response)) return;
      if (request.method !== 'POST') {
        // Streams and sessions are not offered; the SDK would answer TRACE with 500.
        response.writeHead(405, { 'Content-Type': 'application/json', Allow: 'POST' });
        response.end(JSON.stringify(refusal(`${request.method} is not served here, only POST`)));
        return;
      }
      const answer = toNodeHandler(answerTo(request.socket.remoteAddress ?? ''), {
        maxRequestBodySize: MOST_BODY_BYTES,
      });
      void answer(request as NodeIncomingMessageLike, response);
    },
    close: () => mcp.close(),
  };
}

/** How many messages a request holds: a batch each of its own, and what the SDK will refuse one. */
async function callsIn(request: Request): Promise<number> {
  const body: unknown = await request.json().catch(() => undefined);
  return Array.isArray(body) ? Math.max(1, body.length) : 1;
}

function refusal(message: string) {
  return { jsonrpc: '2.0', error: { code: -32_000, message }, id: null };
}
