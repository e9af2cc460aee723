/** The answers of our text endpoints; their content types hold where the server reads them from here. */

/** Plain text in UTF-8. */
export function plainText(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Markdown in UTF-8 (RFC 7763). */
export function markdown(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
