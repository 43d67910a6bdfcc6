import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { top } from '../fixtures/source-imports.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const { '': _, ...locked } = packages;
const settings = readFileSync(join(top, '.npmrc'), 'utf8');
const wanted = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>> & { allowScripts: Record<string, boolean> };

describe('what is installed', () => {
  test('is named by an exact version, so that nothing newer comes by itself', () => {
    const versions = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(versions.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  test('is locked by the hash of its bytes, every package of it', () => {
    expect(Object.entries(locked).filter(([, { integrity, link }]) => link || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([name]) => name)).toEqual([]);
    expect(Object.keys(locked).length).toBeGreaterThan(100);
  });

  test('comes from the registry that npm is set to: no package is locked to an address, and npm writes none', () => {
    expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
    expect(settings).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  test('runs no script of its own on being installed, but those that are allowed by name', () => {
    const allowed = Object.keys(wanted.allowScripts).filter((name) => wanted.allowScripts[name]);
    const running = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(running).toEqual(allowed);
  });

  test('stops npm where a package would run a script that nobody has allowed', () => {
    expect(settings).toMatch(/^strict-allow-scripts=true$/m);
  });

  test('is two packages for what is shipped', () => {
    expect(Object.keys(wanted.dependencies)).toEqual(['lean-qr', 'workbox-window']);
  });
});
