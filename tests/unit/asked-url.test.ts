import { expect, test } from 'vitest';
import { askedUrl } from '../../src/prerender/serve/asked-url.ts';

test.each([
  ['/en/card/?src=qr', '/en/card/', '?src=qr'],
  ['//', '//', ''],
  ['///', '///', ''],
  ['//?src=qr', '//', '?src=qr'],
  ['//other.example/en/', '//other.example/en/', ''],
  ['http://[', '//[', ''],
  ['*', '/', ''],
])('what asks for %s asks for a path of this host', (url, pathname, search) => {
  expect(askedUrl({ url })).toMatchObject({ pathname, search });
});
