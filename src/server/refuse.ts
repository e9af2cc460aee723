/** What the server says to bytes that never become a request. */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Reasons by the code of Node's error; any other is a request that does not follow HTTP. */
const REFUSALS: Readonly<Record<string, readonly [status: string, line: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address and the headers are longer than 16 kB together.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time.'],
};

/** Answers such bytes, and requests for a tunnel, in one line, and closes the connection. */
export function refuseNonsense(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const [status, line] = REFUSALS[error.code ?? ''] ?? [
      '400 Bad Request',
      'This is no request that HTTP/1.1 knows.',
    ];
    close(socket, status, line);
  });
  server.on('connect', (_, socket) => {
    close(socket, '405 Method Not Allowed', 'CONNECT is not served here, only GET and HEAD.', [
      'Allow: GET, HEAD',
    ]);
  });
}

function close(
  socket: Duplex,
  status: string,
  line: string,
  headers: readonly string[] = [],
): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${line.length + 1}`,
    'X-Content-Type-Options: nosniff',
    ...headers,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${line}\n`);
}
