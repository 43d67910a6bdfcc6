import { expect, test } from 'vitest';
import { Picture } from '../../src/parts/picture.tsx';

test('a picture that is not there is said to be missing', () => {
  expect(() => Picture({ name: 'topics/nowhere' })).toThrow('src/parts/pictures/topics/nowhere.svg: the file is missing');
});
