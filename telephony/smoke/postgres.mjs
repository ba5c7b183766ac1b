// A PostgreSQL of the smoke test's own, when its programs are on this machine, to see what cel_pgsql writes.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freeTcpPort, telephony } from './parts.mjs';

const DATABASE = 'postgres';
const ASTERISK_ROLE = 'asterisk_cel';

function programs() {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'].filter(root => fs.existsSync(root));
  const directories = roots.flatMap(root => fs.readdirSync(root).map(version => path.join(root, version, 'bin')));
  return [...directories, ...(process.env.PATH ?? '').split(':')].reverse().find(directory =>
    ['initdb', 'pg_ctl', 'psql'].every(program => fs.existsSync(path.join(directory, program))));
}

/** PostgreSQL refuses to run as root, so root lends it the user "nobody". */
function asServer(command, args, options) {
  const isRoot = process.getuid() === 0;
  const [program, all] = isRoot ? ['setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', command, ...args]] : [command, args];
  return execFileSync(program, all, { stdio: ['ignore', 'ignore', 'ignore'], ...options });
}

/** Starts it with the table and the role that Asterisk has; undefined when there is no PostgreSQL here. */
export async function startPostgres(work, password) {
  const bin = programs();
  if (!bin) return undefined;
  const directory = path.join(work, 'postgres');
  const data = path.join(directory, 'data');
  const port = await freeTcpPort();
  fs.mkdirSync(directory);
  fs.chmodSync(work, 0o711);
  if (process.getuid() === 0) fs.chownSync(directory, 65534, 65534);
  const options = { cwd: directory, env: { PATH: process.env.PATH, LC_ALL: 'C', PGTZ: 'UTC' } };
  asServer(path.join(bin, 'initdb'), ['-D', data, '-U', 'admin', '-A', 'trust', '--no-sync'], options);
  // A zone of its own, so that a mistake with time zones is seen.
  const settings = `-p ${port} -k ${directory} -c listen_addresses=127.0.0.1 -c timezone=Asia/Shanghai -c fsync=off`;
  asServer(path.join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', settings, '-l', path.join(directory, 'log'), 'start'], options);

  const query = (sql, role = 'admin') => execFileSync(path.join(bin, 'psql'),
    ['-h', '127.0.0.1', '-p', String(port), '-U', role, '-d', DATABASE, '-AtXq', '-v', 'ON_ERROR_STOP=1', '-c', sql],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  query(fs.readFileSync(path.join(telephony, 'asterisk/cel_table.sql'), 'utf8'));
  query(`create role ${ASTERISK_ROLE} login password '${password}'; alter role ${ASTERISK_ROLE} set timezone = 'UTC';
    grant insert on cel to ${ASTERISK_ROLE}`);
  return {
    startOptions: [['pg-host', '127.0.0.1'], ['pg-port', port], ['pg-db', DATABASE], ['pg-user', ASTERISK_ROLE],
      ['pg-password-env', 'SMOKE_PG_PASSWORD']],
    query,
    mayRead: () => {
      try {
        query('select count(*) from cel', ASTERISK_ROLE);
        return true;
      } catch {
        return false;
      }
    },
    stop: () => asServer(path.join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], options),
  };
}
