/** The nginx configuration of a built site: the same answers as `answer.ts`, as far as nginx can. */
import { contentType } from 'mime-types';
import type { Address } from '../../model/address.ts';
import { isHidden, type Site } from '../site.ts';
import { answerMaps, moveMaps, type AnswersFrom } from './answers.ts';
import { headerNames, literal, quoted, ruleMaps, ruleVariable } from './maps.ts';
import { negotiationMaps } from './negotiation.ts';

export interface NginxSite extends AnswersFrom {
  readonly address: Pick<Address, 'base' | 'href' | 'absolute'>;
  /** The folder of the built site on the machine where nginx runs. */
  readonly root: string;
  /** What `listen` says: `8080`, `127.0.0.1:8080`. */
  readonly listen: string;
  /** Whether nginx has the module `brotli_static`. */
  readonly brotli: boolean;
}

/** The maps and the server, for the `http` block of an nginx (`/etc/nginx/conf.d/`). */
export function nginxSite(served: NginxSite): string {
  const { site, rules, address } = served;
  return [
    '# Written by scripts/deploy/write.ts; negotiation, redirects and headers are those of src/server/.',
    [
      'map_hash_max_size 8192;',
      'map_hash_bucket_size 256;',
      'variables_hash_max_size 2048;',
      'variables_hash_bucket_size 128;',
    ].join('\n'),
    ...negotiationMaps(),
    ...moveMaps(site, address),
    ...ruleMaps(rules),
    ...answerMaps(served),
    server(served),
    '',
  ].join('\n\n');
}

/**
 * A whole configuration that runs without privileges, with what `nginxSite` says beside it in `site.conf`.
 * @param own the folder for nginx's own files
 */
export function nginxMain(own = '/tmp'): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `# Written by scripts/deploy/write.ts.
include /etc/nginx/modules-enabled/*.conf;
worker_processes auto;
pid ${own}/nginx.pid;
error_log stderr warn;
events {
  worker_connections 1024;
}
http {
  access_log /dev/stdout;
${temporary.map((kind) => `  ${kind}_temp_path ${own}/nginx-${kind};`).join('\n')}
  sendfile on;
  tcp_nopush on;
  include site.conf;
}
`;
}

function server({ site, rules, address, root, listen, brotli }: NginxSite): string {
  const hidden = [...site.files].filter((file) => isHidden(file) && !/\.(br|gz)$/.test(file));
  const sent = headerNames(rules).filter((name) => name !== 'Cache-Control');
  const lines = [
    `listen ${listen};`,
    'server_name _;',
    `root ${quoted(root)};`,
    'server_tokens off;',
    'absolute_redirect off;',
    'merge_slashes off;',
    'log_not_found off;',
    '',
    ...typeLines(site),
    '',
    'gzip off;',
    'gzip_static on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    ...(brotli ? ['brotli_static on;'] : []),
    '',
    'add_header Allow $sent_allow always;',
    'add_header Cache-Control $sent_cache_control always;',
    'add_header Content-Location $sent_content_location always;',
    'add_header Link $sent_link always;',
    'add_header Vary $sent_vary always;',
    ...sent.map((name) => `add_header ${name} ${ruleVariable(name)} always;`),
    '',
    'set $page "";',
    'if ($request_method !~ ^(?:GET|HEAD)$) {',
    '  return 405;',
    '}',
    ...baseLines(address.base),
    'if ($moved_path) {',
    '  return 308 $moved_path$is_args$args$moved_anchor;',
    '}',
    '',
    'error_page 404 /_missing/$missing_form;',
    'location = /_missing/html {',
    '  internal;',
    '  try_files /404.html =404;',
    '}',
    'location = /_missing/markdown {',
    '  internal;',
    '  default_type text/markdown;',
    `  return 404 "# Page not found\\n\\nNothing is at this address. All pages: [llms.txt](${address.absolute('/llms.txt')})\\n";`,
    '}',
    '',
    '# A route, in the form that the client prefers.',
    'location ~ /$ {',
    '  default_type text/plain;',
    '  set $page $uri;',
    '  if ($unacceptable) {',
    '    return 406 "This page comes as text/html or text/markdown.\\n";',
    '  }',
    '  try_files $page_file =404;',
    '}',
    'location / {',
    '  try_files $uri =404;',
    '}',
    '# Compressed copies and what is written for hosts are no addresses.',
    'location ~ \\.(?:br|gz)$ {',
    '  return 404;',
    '}',
    ...hidden.toSorted().flatMap((file) => [`location = ${file} {`, '  return 404;', '}']),
  ];
  return ['server {', ...lines.map((line) => (line ? `  ${line}` : '')), '}'].join('\n');
}

/** The site below its base; without one there is nothing to strip. */
function baseLines(base: string): string[] {
  if (base === '/') return [];
  const door = base.slice(0, -1);
  return [
    `if ($uri ~ "^(?:/|${literal(door)})$") {`,
    `  return 308 ${base}$is_args$args;`,
    '}',
    `if ($uri !~ "^(?:${literal(base)}|/_missing/)") {`,
    '  return 404;',
    '}',
    `rewrite "^${literal(door)}(/.*)$" $1;`,
  ];
}

/** Media types by the endings that the site has, as our own server gives them. */
function typeLines(site: Site): string[] {
  const endings = new Set(
    [...site.files].flatMap((file) => /[^/]\.([a-z\d]+)$/i.exec(file)?.[1] ?? []),
  );
  const types = [...endings].toSorted().flatMap((ending) => {
    const [type = '', charset] = (contentType(`x.${ending}`) || '').split('; ');
    return type && !['br', 'gz'].includes(ending) ? [{ ending, type, charset }] : [];
  });
  const texts = types.flatMap(({ type, charset }) => (charset ? [type] : []));
  const others = [...new Set(texts)].filter((type) => type !== 'text/html');
  return [
    'types {',
    ...types.map(({ ending, type }) => `  ${type} ${ending};`),
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${others.join(' ')};`,
  ];
}
