import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/*
 * Something outside that provides: `provisioner FILE PORT [forgetful]`. What it has made for a key it finds again; a forgetful
 * one makes it anew each time.
 */

const [, , file = '', port = '0', mood] = process.argv
const database = new DatabaseSync(file)
database.exec(`
  pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;
  create table if not exists made (number integer primary key, key text not null, what text not null unique) strict;
`)
const insert = database.prepare('insert into made (key, what) values (?, ?) on conflict do nothing')

const server = createServer(async (request, response) => {
  const key = decodeURIComponent(request.url?.slice(1) ?? '')
  await wait(Math.random() * 20)
  insert.run(key, mood === 'forgetful' ? `${key} ${Math.random()}` : key)
  await wait(Math.random() * 20)
  response.end(`made for ${key}`)
})
// What is killed keeps nothing of what it has compiled, unless it does so before.
flushCompileCache()
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
