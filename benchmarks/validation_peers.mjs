// Runs one peer validator on pages: node validation_peers.mjs PEER PAGES.json VOCABULARY.jsonld OUTPUT.json, in the folder of
// its packages. Writes, for each page, the list of its issues.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/package.json');
const [peer, input, vocabulary, output] = process.argv.slice(2);
const pages = JSON.parse(readFileSync(input, 'utf8'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

async function adobe() {
  const { default: Validator } = await load('@adobe/structured-data-validator');
  const { default: module } = await load('@marbec/web-auto-extractor');
  const Extractor = module.default ?? module;
  const schema = JSON.parse(readFileSync(vocabulary, 'utf8'));
  return async (page) => {
    const found = new Extractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(page);
    const issues = await new Validator(schema).validate(found);
    const broken = (found.errors ?? []).map((each) => `parse: ${each.message ?? each}`);
    return [...broken, ...issues.map((each) => `${each.severity}: ${each.issueMessage}`)];
  };
}

async function sdtt() {
  const { structuredDataTest } = require('structured-data-testing-tool');
  const presets = require('structured-data-testing-tool/presets');
  return async (page) => {
    const options = { presets: [presets.Google], schemas: ['NewsArticle'] };
    const result = await structuredDataTest(page, options).catch((error) => error.res ?? { failed: [{ test: String(error) }] });
    return [...(result.failed ?? []), ...(result.warnings ?? [])].map((each) => `${each.test} ${each.description ?? ''}`);
  };
}

const run = await { adobe, sdtt }[peer]();
const results = [];
const started = process.hrtime.bigint();
for (const page of pages) {
  results.push(await run(page).catch((error) => [`crash: ${error.message}`]));
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
writeFileSync(output, JSON.stringify({ results, seconds }));
