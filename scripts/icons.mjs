// Draws the icons that are pixels from src/app/shell/icon.svg, in Chromium; run by scripts/icons.sh after a change to it.
import { readFile } from "node:fs/promises";

import { launch } from "../tests/e2e/harness.mjs";

const FOLDER = "src/app/shell";
const svg = await readFile(`${FOLDER}/icon.svg`, "utf8");
const browser = await launch();
// A system that cuts icons to its own shape keeps the middle 80 %, and needs its ground to the edge.
const wide = svg.replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"').replace('<rect width="32" height="32" rx="6"', '<rect x="-4" y="-4" width="40" height="40"');
for (const [name, size, drawing] of [["icon-192", 192, svg], ["icon-512", 512, svg], ["icon-maskable-512", 512, wide], ["icon-apple-180", 180, wide]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
