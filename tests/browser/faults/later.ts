import { expect } from 'vitest';
import { hang, loginPage, reset, type Handler } from '../../fixtures/faults.ts';
import type { Fault, FaultGroup } from './fault.ts';
import type { Scene } from './scene.ts';

/** How soon a reader is told that a page is not there, in milliseconds: the worker's patience and the drawing. */
const toldWithin = 9_000;

/** An address that no phone has kept is answered in time, in the reader's language, by a page of the leaflet; what is kept is read meanwhile. */
function uncached(says: string, handler: () => Handler, path = 'ar/no-such-page/'): Fault {
  return {
    says,
    async play(scene) {
      await scene.save();
      await scene.save();
      scene.server.setFault(({ path: asked }) => (asked === '/sw.js' ? 'pass' : handler()));
      await scene.open('ar/card/');
      await scene.expectShown('ar', 'card');
      // Nothing gives a browser up that waits: the connection must end before the test can.
      const limit = setTimeout(() => void scene.server.stop(), toldWithin);
      const start = performance.now();
      await scene.open(path).finally(() => clearTimeout(limit));
      await scene.expectShown('ar', 'not-kept');
      expect(performance.now() - start).toBeLessThan(toldWithin);
    },
  };
}

/** Addresses as people and programs write them, and what must be read there. */
const addresses: [path: string, lang: string, page: string][] = [
  ['ar/', 'ar', 'home'], ['ar', 'ar', 'home'], ['ar//', 'ar', 'home'], ['AR/', 'ar', 'home'], ['ar/?any=thing', 'ar', 'home'], ['ar/?gclid=1&src=qr#now', 'ar', 'home'],
  ['ar/index.html', 'ar', 'home'], ['ar/card', 'ar', 'card'], ['ar//card/', 'ar', 'card'], ['AR/CARD/', 'ar', 'card'], ['ar/card/index.html?x', 'ar', 'card'], ['en/card', 'en', 'card'],
  ['en/no-such-page/', 'en', 'not-kept'], ['ar/%E0%A4%A/', 'ar', 'not-kept'], ['zh-Hans/card/', 'ar', 'not-kept'], ['elsewhere.txt', 'ar', 'not-kept'],
];

const tenYears = 10 * 365.25 * 86_400_000;
const clock = (shift: number) => `{ const now = Date.now.bind(Date); Date.now = () => now() + ${shift}; }\n`;

function wrongClock(says: string, shift: number): Fault {
  return {
    says,
    naive: 'keeps',
    site: { prelude: clock(shift), workerPrelude: clock(shift) },
    async play(scene) {
      await scene.save();
      await scene.save();
      await scene.expectShown('ar', 'home');
      await scene.expectOffline();
    },
  };
}

async function readAll(scene: Scene): Promise<void> {
  await scene.save();
  await scene.save();
  await scene.server.stop();
  for (const [path, lang, page] of addresses) {
    // The language read last is Arabic again before each address.
    if (page === 'not-kept') await scene.open('ar/');
    await scene.open(path);
    await scene.expectShown(lang, page);
  }
}

/** Days later. */
export const later: FaultGroup = {
  heading: 'Days later',
  faults: [
    { says: 'no network, and addresses written in sixteen ways', play: readAll },
    uncached('a page that is not kept, and a network that never answers', () => hang()),
    uncached('a page that is not kept, and connections that are torn down', () => reset()),
    {
      says: 'a login page answers for everything but the kept pages',
      async play(scene) {
        await scene.save();
        await scene.save();
        scene.server.setFault(() => loginPage());
        await scene.open('ar/card/');
        await scene.expectShown('ar', 'card');
        // Neither this visit nor the next takes anything in from it.
        await scene.open('en/');
        await scene.expectShown('en', 'home');
        await scene.open('ar/?src=qr');
        await scene.expectShown('ar', 'home');
      },
    },
    wrongClock('a clock ten years ahead', tenYears),
    wrongClock('a clock ten years behind', -tenYears),
  ],
};
