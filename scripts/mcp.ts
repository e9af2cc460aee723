/** The MCP server on standard input and output: `npm run --silent mcp`. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { commandLine } from './command-line.ts';
import { docsOnDisk } from '../src/mcp/docs-on-disk.ts';
import { docsServer } from '../src/mcp/server.ts';

const HELP = `Usage: npm run --silent mcp -- [--dir FOLDER]

Speaks the Model Context Protocol on standard input and output, over a built site (default: dist).
For an MCP client's configuration: command "npm", arguments "run", "--silent", "--prefix",
"/path/to/this/project", "mcp". The same tools over HTTP: /mcp of "npm start".`;

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, ({ dir }) => {
  serveStdio(docsServer(docsOnDisk(dir)), { onerror: (error) => console.error(error.message) });
});
