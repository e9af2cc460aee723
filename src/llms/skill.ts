/** `/skill.md`, a skill for coding agents (https://agentskills.io/specification), and its index. */
import { createHash } from 'node:crypto';
import { stringify as stringifyYaml } from 'yaml';
import { DEFAULT_LANGUAGE } from '../model/languages.ts';
import { countTokens, withoutLeadIn, type Section } from '../markdown/index.ts';
import type { PageRoute } from '../model/routes.ts';
import { correctionLines, type Corrections } from './corrections.ts';
import type { Library } from './library.ts';
import { waysIn } from './ways-in.ts';

/** What `content/_source/skill.yaml` says. */
export interface SkillPlan {
  /** Lower case, digits and hyphens, at most 64 characters. */
  readonly name: string;
  /** What it does, and when to use it: together at most 1,024 characters. */
  readonly does: string;
  readonly when: string;
  /** Sections to show, by address: `/concepts/steps/#triggers`. */
  readonly essentials: readonly string[];
  /** `content/_source/steps.md`: a complete Step of our own for each kind of trigger. */
  readonly steps: string;
}

/** The specification recommends that a skill's instructions stay below this many tokens. */
const SKILL_BUDGET = 5000;

/**
 * The skill: when to use it, how to look things up, complete Steps, the essential API (sections of
 * the docs, as they stand), and what was removed.
 * @throws Error when it grows past its budget.
 */
export function skillMd(library: Library, plan: SkillPlan, corrections: Corrections): string {
  const { scrape } = library;
  const frontmatter = stringifyYaml(
    {
      name: plan.name,
      description: descriptionOf(plan),
      license: 'Apache-2.0',
      metadata: { source: scrape.upstream, scraped: scrape.date },
    },
    { lineWidth: 0 },
  );
  const lines = correctionLines(library, corrections);
  const body = [
    '# Motia',
    '## When to use this',
    plan.when,
    '## How to look things up',
    'What stands below is the core; everything else is one or two requests away. Before using an API that is not below, look it up:',
    waysIn(library),
    '## A Step of each kind',
    'Each file type-checks as it stands with `motia` 1.0.0-rc.26, the version that is nearest to these docs. In 1.0.4-rc.1 handlers get their tools otherwise: see “What older texts say otherwise”.',
    plan.steps,
    '## The essential API',
    'From the docs, as they stand; where they are wrong, an editor’s note says so.',
    ...plan.essentials.flatMap((address) => excerpt(library, address)),
    ...(lines ? ['## What older texts say otherwise', lines] : []),
  ].join('\n\n');
  const tokens = countTokens(body);
  if (tokens >= SKILL_BUDGET) {
    throw new Error(
      `/skill.md has ${tokens} tokens, budget ${SKILL_BUDGET}: take essentials out of content/_source/skill.yaml`,
    );
  }
  return `---\n${frontmatter}---\n\n${body}\n`;
}

function descriptionOf({ does, when }: SkillPlan): string {
  return `${does} ${when}`;
}

/** Where the essentials say a section that the documentation hasn't. */
export function missingEssentials(library: Library, plan: SkillPlan): string[] {
  return plan.essentials.filter((address) => sectionAt(library, address) === undefined);
}

/** A section under a heading that links to it; nothing for one that this scrape hasn't. */
function excerpt(library: Library, address: string): string[] {
  const found = sectionAt(library, address);
  if (!found) return [];
  const { page, section } = found;
  const text = withoutLeadIn(section.text).replace(/^#+ [^\n]*\n\n/, '');
  return [`### ${section.heading}`, `From ${page.markdownUrl}#${section.anchor}:`, text];
}

function sectionAt(
  library: Library,
  address: string,
): { page: PageRoute; section: Section } | undefined {
  const [route, anchor] = address.split('#');
  const page = library.routes.pages.find((one) => one.route === route);
  const section =
    page && library.read(page, DEFAULT_LANGUAGE.id).sections.find((one) => one.anchor === anchor);
  return section && { page, section };
}

/**
 * `/.well-known/agent-skills/index.json`, after version 0.2.0 of Agent Skills Discovery
 * (https://github.com/cloudflare/agent-skills-discovery-rfc).
 * @param skill the bytes of `/skill.md`, which the digest is of.
 */
export function skillIndex({ address }: Library, plan: SkillPlan, skill: string): object {
  return {
    $schema: 'https://schemas.agentskills.io/discovery/0.2.0/schema.json',
    skills: [
      {
        name: plan.name,
        type: 'skill-md',
        description: descriptionOf(plan),
        url: address.href('/skill.md'),
        digest: `sha256:${createHash('sha256').update(skill).digest('hex')}`,
      },
    ],
  };
}
