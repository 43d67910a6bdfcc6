import { expect, test, vi } from 'vitest';
import { cutAtClose, cutChunked, cutKnownLength, empty as nothing, hang, loginPage, on, redirectToLogin, reframedCut, stale, status } from '../fixtures/faults.ts';
import { latePicture } from '../fixtures/small-release.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { empty, leaflet, poison, readerOf, shown, storedKeys, untilOffline } from './offline-reader.ts';

const faults = {
  'a login page': loginPage(),
  'a redirect to a login page': redirectToLogin(),
  'a file cut short of its length': cutKnownLength(),
  'a file cut between two chunks': cutChunked(),
  'a file cut with the connection': cutAtClose(),
  'half a file passed off as the whole': reframedCut(),
  'nothing, with status 200': nothing(),
  'the bytes of another release': stale(Buffer.from('{"ar/":"<h1>old dose</h1>"}')),
  'status 404': status(404),
};

forEachEngine((engine) => {
  test.each(Object.entries(faults))('%s for a pack is refused, and the next visit heals', async (_, fault) => {
    const { tab, server, open } = await readerOf(engine);
    server.setFault(on(/^\/packs\/ar\./, fault));
    await open('ar/');
    await untilOffline(tab, 'failed');
    expect(await tab.text('[data-offline-note]')).toBe('Not saved');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'home'));
    expect((await storedKeys(tab)).filter((path) => path.startsWith('/packs/ar.'))).toEqual([]);

    server.setFault(undefined);
    await tab.reload();
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card'));
  });

  test('after a failure the page tries again by itself', async () => {
    const { tab, server, open } = await readerOf(engine);
    server.setFault(on(/^\/packs\/ar\./, loginPage()));
    await open('ar/');
    await untilOffline(tab, 'failed');
    server.setFault(undefined);
    await untilOffline(tab, 'ready');
    expect(await tab.text('[data-offline-note]')).toBe('Saved on this phone');
  });

  test('a pack that never comes ends in a failure, not in endless saving', async () => {
    const { tab, server, open } = await readerOf(engine);
    server.setFault(on(/^\/packs\/ar\./, hang()));
    await open('ar/');
    await untilOffline(tab, 'failed', 45_000);
  });

  test('a picture that never comes does not keep the leaflet from being saved', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('elsewhere.txt');
    let bringPicture = () => {};
    server.setFault(on(new RegExp(latePicture), (response, right) => (bringPicture = () => void response.end(right.body))));
    await tab.evaluate('void setTimeout(() => location.assign("/"))');
    // WebKit's driver is silent until the page has loaded, so it is the server that sees the saving begin.
    await vi.waitFor(() => expect(server.requests.map(({ path }) => path)).toContainEqual(expect.stringMatching(/^\/packs\/en/)), 15_000);
    bringPicture();
    await untilOffline(tab, 'ready');
  });

  test('a page that is not kept and a network that never answers: the reader is told within seconds', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('en/');
    await untilOffline(tab, 'ready');
    server.setFault(() => hang());
    const start = performance.now();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'not-kept'));
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('login pages in the place of everything kept are never shown, and are mended on the next visit', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await open('ar/card/');
    await untilOffline(tab, 'ready');
    expect(await poison(tab)).toBeGreaterThanOrEqual(5);
    await server.stop();
    // English has not been read since the worker started, so it must come from the poisoned store.
    await open('en/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'not-kept'));
    await server.start();
    await open('ar/');
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('en/card/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'card'));
  });

  test('a store that was emptied is not called saved, and fills itself when the network is back', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await open('ar/card/');
    await untilOffline(tab, 'ready');
    await empty(tab);
    server.setFault(() => loginPage());
    await tab.reload();
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card'));
    // The browser's own cache may refill the store behind the login page; then "ready" is true.
    await tab.waitFor('["failed", "ready"].includes(document.documentElement.dataset.offline)', { what: 'a verdict' });
    server.setFault(undefined);
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('en/card/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'card'));
  });
});
