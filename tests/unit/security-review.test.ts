import { describe, expect, test } from 'vitest';
import { everywhere, headersOf, missingHeaders, policy } from '../../src/site/headers.ts';
import { objections } from '../fixtures/security-review.ts';

const page = headersOf('en/index.html', [`${'A'.repeat(43)}=`]);
const directives = policy([`${'A'.repeat(43)}=`], 'header').split('; ');
const withPolicy = (parts: readonly string[]) => ({ ...page, 'content-security-policy': parts.join('; ') });
const nameOf = (directive: string) => directive.split(' ')[0] ?? '';

describe('a security review', () => {
  test('has nothing against a page, nor against the worker', () => {
    expect(objections(page)).toEqual([]);
    expect(objections(headersOf('sw.js', [`${'A'.repeat(43)}=`]))).toEqual([]);
    expect(objections({ ...missingHeaders, 'content-security-policy': page['content-security-policy'] })).toEqual([]);
  });

  test.each(Object.keys(everywhere))('objects where %s is missing, or says something else', (name) => {
    const { [name]: _, ...rest } = page;
    expect(objections(rest)).toContainEqual(expect.stringMatching(`^${name}`));
    expect(objections({ ...page, [name]: 'anything' })).toContainEqual(expect.stringMatching(`^${name}`));
  });

  test.each(directives)('objects where "%s" is missing, loosened, or said twice', (directive) => {
    const name = nameOf(directive);
    const loosened = ["'unsafe-inline'", 'https:', '*', 'default'].map((more) => `${directive.replace(/ 'none'$/, '')} ${more}`);
    expect(objections(withPolicy(directives.filter((other) => other !== directive)))).toEqual([name]);
    for (const other of loosened) expect([other, objections(withPolicy(directives.map((one) => (one === directive ? other : one))))]).toEqual([other, [name]]);
    expect(objections(withPolicy([...directives, directive]))).toEqual([`${name}, of which nothing was said`]);
  });

  const features = (page['permissions-policy'] ?? '').split(', ');
  test.each(features)('objects where the permission %s is missing, or given to more', (feature) => {
    const others = features.filter((other) => other !== feature);
    const loosened = [others, ...['(self)', '*', '(self "https://other.example")'].map((allowed) => [...others, feature.replace(/=.*/, `=${allowed}`)])].map((list) => list.join(', '));
    for (const policy of loosened) expect([policy, objections({ ...page, 'permissions-policy': policy })]).toEqual([policy, ['permissions-policy']]);
  });

  test.each(['max-age=10000000; includeSubDomains', 'max-age=63072000', 'max-age=0; includeSubDomains'])('objects where encryption is asked for by %s', (value) => {
    expect(objections({ ...page, 'strict-transport-security': value })).toEqual(['strict-transport-security']);
  });

  test('objects to a directive that nobody agreed on', () => {
    expect(objections(withPolicy([...directives, "script-src-elem 'unsafe-inline'"]))).toEqual(['script-src-elem, of which nothing was said']);
  });
});
