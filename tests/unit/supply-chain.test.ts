import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Whether an npm of this version is one that was tried with the setting, or newer. */
function knowsIt(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 11 || (major === 11 && minor >= 19);
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

  test('stops npm where a package would run a script that nobody has allowed', () => {
    const settings = readFileSync(join(top, '.npmrc'), 'utf8');
    expect(settings).toMatch(/^strict-allow-scripts=true$/m);
    const folder = mkdtempSync(join(tmpdir(), 'handleaf-scripts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const write = (name: string, text: string | object) => writeFileSync(join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
    for (const name of ['sly', 'app']) mkdirSync(join(folder, name));
    write('sly/package.json', { name: 'sly', version: '1.0.0', scripts: { install: `node -e "require('fs').writeFileSync('${folder}/ran', '')"` } });
    write('app/.npmrc', `${settings}cache=${folder}/cache\noffline=true\n`);
    const npm = (...args: string[]) => spawnSync('npm', args, { cwd: join(folder, 'app'), encoding: 'utf8' });
    expect(npm('pack', '../sly').status).toBe(0);
    write('app/package.json', { name: 'app', version: '1.0.0', dependencies: { sly: 'file:sly-1.0.0.tgz' } });
    // An older npm does not know the setting; README says which does.
    if (!knowsIt(npm('--version').stdout)) return;
    const { status, stderr } = npm('install');
    expect([status, stderr]).toEqual([1, expect.stringContaining('sly@1.0.0')]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  }, 120_000);

  test('is two packages for what is shipped', () => {
    expect(Object.keys(wanted.dependencies)).toEqual(['lean-qr', 'workbox-window']);
  });
});
