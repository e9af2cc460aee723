// Plain JavaScript, loaded before a TypeScript script (`node --import`), which an old Node could not even read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.version} is too old, this project needs 22.18 or newer: run "npm ci", which brings Node 24 for all npm scripts`,
  );
  process.exit(1);
}
