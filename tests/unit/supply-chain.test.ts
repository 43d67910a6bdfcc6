import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { top } from '../fixtures/source-imports.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
}

const lockText = readFileSync(join(top, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lockText) as { packages: Record<string, Locked> };
const { '': own, ...locked } = packages;
const wanted = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>> & { allowScripts: Record<string, boolean> };

/** Lints the text of a lock file; returns what the linter says, or nothing. */
function lint(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'handleaf-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package-lock.json'), text);
  const rules = ['--type', 'npm', '--validate-https', '--validate-integrity', '--validate-package-names', '--allowed-hosts', 'npm'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(top, 'node_modules/lockfile-lint/bin/lockfile-lint.js'), '--path', join(folder, 'package-lock.json'), '--format', 'plain', ...rules], { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

const withPreact = (changes: Locked) => JSON.stringify({ lockfileVersion: 3, packages: { '': own, 'node_modules/preact': { ...locked['node_modules/preact'], ...changes } } });

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

  test('comes from the registry and from nowhere else, by the rules of the linter', () => {
    expect(lint(lockText)).toBe('');
  });

  test.each([
    ['another host', { resolved: 'https://packages.example/preact/-/preact-11.2.0.tgz' }, /invalid host/i],
    ['a repository', { resolved: 'git+ssh://git@example.org/preact.git#0000' }, /invalid/i],
    ['an address that is not encrypted', { resolved: 'http://packages.example/preact/-/preact-11.2.0.tgz' }, /invalid/i],
    ['a weaker hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, /invalid integrity/i],
  ])('would be refused from or with %s', (_, changes, complaint) => {
    expect(lint(withPreact({}))).toBe('');
    expect(lint(withPreact(changes))).toMatch(complaint);
  });

  test('runs no script of its own on being installed, but those that are allowed by name', () => {
    const allowed = Object.keys(wanted.allowScripts).filter((name) => wanted.allowScripts[name]);
    const running = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(running).toEqual(allowed);
  });

  test('is two packages for what is shipped', () => {
    expect(Object.keys(wanted.dependencies)).toEqual(['lean-qr', 'workbox-window']);
  });
});
