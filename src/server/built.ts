/** A built site as it is served and deployed: all that is said about it names the address of its build. */
import { addressAt, type Address } from '../model/address.ts';
import { redirectsOf } from '../model/redirects.ts';
import { addressOf as placeOf, type Docs } from '../mcp/docs.ts';
import { readFacts } from '../mcp/facts-on-disk.ts';
import { readSite, type Site } from './site.ts';

/** A build, with the address that it was made for. */
export interface Built {
  readonly site: Site;
  readonly address: Address;
  readonly pages: Docs['facts']['pages'];
}

/**
 * Opens a built site.
 * @param wanted the address that the settings of this run ask for, where it is to be published
 * @throws Error when there is no build, or one for another base path than the one wanted, below which
 *   no link of it would lead anywhere.
 */
export function readBuilt(folder: string, wanted?: Pick<Address, 'base'>): Built {
  const facts = readFacts(folder);
  const { origin, base } = placeOf(facts);
  if (wanted && base !== wanted.base) {
    throw new Error(
      `${folder}/ was built for the base path ${base}, not ${wanted.base}: set BASE_PATH=${base}, or build it again`,
    );
  }
  const site = readSite(folder, redirectsOf(facts));
  return { site, address: addressAt(origin, base), pages: facts.pages };
}
