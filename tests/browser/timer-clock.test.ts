import { afterAll, beforeAll, expect, test } from 'vitest';
import { forEachEngine } from './engines/for-each-engine.ts';
import { serveTimer, usual, type TimerSite } from './timer-page.ts';
import { diaryOf, ends, keepDiary, openTimer, phaseIs, pretendHidden, short } from './timer-reader.ts';

let site: TimerSite;
beforeAll(async () => {
  site = await serveTimer();
});
afterAll(() => site.close());

forEachEngine((engine) => {
  test('one tap is enough for a whole wash, whose clock was set back a day on the way, and which ends once and in time', { timeout: 90_000 }, async () => {
    const tab = await openTimer(site, engine);
    await keepDiary(tab);
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    await tab.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() - 86_400_000;
    });
    expect(await tab.evaluate('document.documentElement.dataset.busy')).toBe('timer');
    await phaseIs(tab, 'done', 60_000);
    const diary = await diaryOf(tab);
    expect(diary.phases.map(([phase]) => phase)).toEqual(['wet', 'soap', 'scrub', 'rinse', 'dry', 'done']);
    const late = [0, 3000, 8000, 23_000, 31_000, 41_000].map((due, i) => (diary.phases[i]?.[1] ?? Number.NaN) - due);
    expect(Math.min(...late)).toBeGreaterThan(-20);
    expect(Math.max(...late)).toBeLessThan(1000);
    // A busy machine shows now this second late, now that; a wash that drifts would show all of the last ones late.
    const drift = diary.last.map(([left, at]) => at - (41_000 - left * 1000));
    expect(drift.length).toBeGreaterThan(5);
    expect(Math.min(...drift)).toBeGreaterThan(-20);
    expect(Math.min(...drift)).toBeLessThan(100);
    expect(diary.taps).toBe(1);
    expect(diary.said.length).toBeGreaterThan(2);
    expect(diary.said[0]).toBe(usual.words.say.wet);
    expect(diary.cameWith).toBe('');
    expect(diary.said.length).toBeLessThanOrEqual(5);
    expect(await tab.evaluate('document.documentElement.dataset.busy ?? "free"')).toBe('free');
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('a browser stopped for 15 seconds, in which the wash ends, says once that the time is up', async () => {
    const tab = await openTimer(site, engine, short);
    await keepDiary(tab);
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    tab.freeze();
    const thawed = Date.now() + 15_000;
    while (Date.now() < thawed) await new Promise((later) => setTimeout(later, thawed - Date.now()));
    tab.thaw();
    await phaseIs(tab, 'done');
    expect(await tab.text('.timer-line')).toBe(usual.words.away.finished);
    expect(ends(await diaryOf(tab))).toHaveLength(1);
    await tab.close();
  }, 60_000);

  test('a page that is hidden ends in time, and says so when it is seen again', async () => {
    const tab = await openTimer(site, engine, short);
    await keepDiary(tab);
    await tab.click('.timer-start');
    await pretendHidden(tab, true);
    await phaseIs(tab, 'done');
    await pretendHidden(tab, false);
    const diary = await diaryOf(tab);
    expect(ends(diary)).toHaveLength(1);
    expect(Math.abs((ends(diary)[0]?.[1] ?? 0) - 12_000)).toBeLessThan(1100);
    expect(await tab.text('.timer-line')).toBe(usual.words.away.finished);
    await tab.close();
  }, 40_000);

  test('a browser stopped in the middle goes on at the true time, and says what to do now but nothing that was missed', async () => {
    const tab = await openTimer(site, engine, { ...usual, leadIn: { wet: 1, soap: 6 }, after: { rinse: 2, dry: 2 } });
    await keepDiary(tab);
    await tab.click('.timer-start');
    await phaseIs(tab, 'soap');
    await tab.waitFor('window.diary.said.length', { what: 'the first sentence' });
    tab.freeze();
    const thawed = Date.now() + 12_000;
    while (Date.now() < thawed) await new Promise((later) => setTimeout(later, thawed - Date.now()));
    tab.thaw();
    await phaseIs(tab, 'scrub');
    // The water stands as high as it would have risen.
    const late = await tab.evaluate<number>(() => {
      const water = document.querySelector('.timer-water');
      const at = Number(water?.getAnimations()[0]?.effect?.getComputedTiming().progress) * 15;
      return Math.abs(15 - at - Number(document.querySelector('.timer-count')?.textContent));
    });
    expect(late).toBeLessThan(1.5);
    await phaseIs(tab, 'done', 40_000);
    const diary = await diaryOf(tab);
    const { names, say } = usual.words;
    expect(diary.said).toEqual([say.wet, names.scrub, say.rinse, say.dry, say.done]);
    expect(Math.abs((ends(diary)[0]?.[1] ?? 0) - 26_000)).toBeLessThan(1500);
    await tab.close();
  }, 60_000);
});
