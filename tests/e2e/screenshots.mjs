// Pictures of every view, light and dark, at three widths, into tests/e2e/out/; VIEWS=themes,pillars takes fewer.
// README=1 takes the README's picture alone.
import { mkdir } from "node:fs/promises";

import { serve } from "../../scripts/serve.mjs";
import { launch } from "./harness.mjs";

const OUT = "tests/e2e/out";
const WIDTHS = [320, 768, 1440];
const VIEWS = process.env.VIEWS?.split(",") ?? ["overview", "themes", "pillars", "programme", "language", "people", "reports", "queries", "text/2014"];

await mkdir(OUT, { recursive: true });
const server = await serve("dist");
const browser = await launch();
try {
  await (process.env.README ? readme() : views());
} finally {
  await browser.close();
  await server.close();
}

async function views() {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      for (const view of VIEWS) {
        await page.goto(`${server.address}#/${view}`);
        await page.getByRole("tabpanel").waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const path = `${OUT}/${view.replace("/", "-")}-${colorScheme}-${width}.png`;
        await page.screenshot({ path, fullPage: true });
        console.log(wide > 0 ? `${path}: ${wide} px wider than the window` : path);
      }
      await page.close();
    }
  }
}

async function readme() {
  const page = await browser.newPage({ viewport: { width: 1600, height: 960 } });
  await page.goto(`${server.address}#/programme`);
  await page.getByRole("tabpanel").getByRole("link", { name: "Surin Pitsuwan" }).first().click();
  await page.getByRole("dialog", { name: /in its own words/ }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: "docs/programme.png" });
}
