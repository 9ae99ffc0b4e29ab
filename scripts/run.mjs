// Starts a script of this folder on a Node that runs TypeScript as it is. Plain JavaScript, so that an older Node
// can say what is missing. The exact runtime is a devDependency and comes first on the PATH of npm scripts.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Ringback runs on Node 24, which "npm install" puts into node_modules, but this is Node ${process.versions.node}. ` +
      `Run "npm install" again (with install scripts allowed), or use Node 24 from nodejs.org.`,
  );
  process.exit(1);
}
await import(`./${process.argv[2]}.ts`);
