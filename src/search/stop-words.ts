/**
 * English words that say nothing about what a reader is looking for: the frame of a question ("how
 * do I get … to work"). Body text is indexed without them; a query loses them unless it has
 * nothing else, and then titles and headings still know them ("What's Next?").
 */
const STOP_WORDS = new Set(
  `a able about across actually after all along among again against ain already also always am an and another any anyone
  anything anywhere are aren as at back bad be because been before begin being belong best better between bigger care caring cares difference differences during entire explained inside larger smaller whole
  big both bring but by came can cannot come comes contain contains correct correctly could couldn
  did didn different do does doesn doing don done each easily easy either else end enough even ever
  every everyone everything exactly exist explain far few find fine follow for from get gets getting
  give given gives go goes going good got had half halfway hand happen happened happens happy
  hard has have haven having he help her here hers him his how i if in instead into is isn it its
  itself just keep kind know last least leave let lets like little ll long look looking lot made make
  makes making many matter may maybe me mean means mine more most move much must my myself near need
  needed needs never new no nobody none nor not nothing now of often ok okay on once one ones
  only onto or other others our ours out over own part please possible properly put quick quickly
  quite rather re real really right same say see seem several shall she should shouldn show shows
  side simply since small so some someone something sometimes somewhere soon sort stand stay still
  such sure take takes talk tell than that the their theirs them then there these they thing things
  think this those though through to together too took try trying turn two under until up upon us use
  used uses using usually ve very via want wants was wasn way we well were weren what whatever when
  where whether which while who whole whom whose why will with within without won work works would
  wouldn write wrong yet you your yours d m s t`.split(/\s+/),
);

/** Is this term (lower case) one that questions are framed with, and that finds nothing? */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term);
}
