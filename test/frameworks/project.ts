/** An app of a customer's, in a folder of its own, with the package as it has been built. */
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Project {
  readonly folder: string;
  /** Runs a program of an installed package; resolves with all that it has printed, whether it has failed or not. */
  run(program: string, ...args: string[]): Promise<string>;
  remove(): void;
}

/**
 * @param files texts by their names
 * @param packages what it depends on, of what is installed here
 */
export function createProject(files: Readonly<Record<string, string>>, packages: readonly string[]): Project {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-framework-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  };
  const link = (target: string, name: string) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), {recursive: true});
    symlinkSync(target, path, 'junction');
  };
  write('package.json', JSON.stringify({name: 'customers-app', private: true, type: 'module'}));
  for (const [name, text] of Object.entries(files)) write(name, text);
  link(root, 'app-inbox');
  for (const name of packages) link(join(root, 'node_modules', name), name);
  return {
    folder,
    run: (program, ...args) =>
      new Promise((resolve) => {
        const command = [join(root, 'node_modules', program), ...args];
        execFile(process.execPath, command, {cwd: folder}, (_error, stdout, stderr) =>
          resolve(stdout + stderr),
        );
      }),
    remove: () => rmSync(folder, {recursive: true, force: true, maxRetries: 5}),
  };
}
