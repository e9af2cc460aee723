/** How AI tools are sent here: links that open an assistant on a page, or add our MCP server to an editor. */

/** The name under which editors list the server. */
const MCP_NAME = 'motia-docs';

/** A link for a reader; `href` may have the scheme of an editor. */
export interface ClientLink {
  readonly label: string;
  readonly href: string;
}

/** Assistants that open with a question about the page whose Markdown is at `markdownUrl`. */
export function assistantLinks(markdownUrl: string): ClientLink[] {
  const question = encodeURIComponent(
    `Read ${markdownUrl} and answer my questions about it. What it links to is Markdown too.`,
  );
  return [
    { label: 'Open in ChatGPT', href: `https://chatgpt.com/?hints=search&q=${question}` },
    { label: 'Open in Claude', href: `https://claude.ai/new?q=${question}` },
  ];
}

/** Editors that take an MCP server by a link (https://cursor.com/docs/mcp/install-links, VS Code's likewise). */
export function editorLinks(mcpUrl: string): ClientLink[] {
  const cursor = Buffer.from(JSON.stringify({ url: mcpUrl })).toString('base64');
  const code = JSON.stringify({ name: MCP_NAME, type: 'http', url: mcpUrl });
  return [
    {
      label: 'Add to Cursor',
      href: `cursor://anysphere.cursor-deeplink/mcp/install?name=${MCP_NAME}&config=${encodeURIComponent(cursor)}`,
    },
    { label: 'Add to VS Code', href: `vscode:mcp/install?${encodeURIComponent(code)}` },
  ];
}
