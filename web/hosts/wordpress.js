// A WordPress of its own: Debian's package in a folder of its own, a database without a network,
// and PHP's own server. All of it is gone afterwards.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, run, startProgram } from './process.js'

const installed = '/usr/share/wordpress'

/**
 * @param {number} mapPort where the map is served on this machine: WordPress asks no private address unless told to
 */
export async function startWordPress(mapPort) {
  const folder = await mkdtemp(join(tmpdir(), 'wordpress-'))
  /** @type {(() => Promise<unknown>)[]} in the order of their beginning */
  const ends = [() => rm(folder, { recursive: true })]
  const stop = async () => {
    for (const end of ends.reverse()) await end()
  }
  try {
    const socket = join(folder, 'mariadb.sock')
    ends.push(await startDatabase(folder, socket))
    const port = await freePort()
    const url = `http://localhost:${port}/`
    const site = await layOut(folder, configuration(socket, url), mapPort)
    /** @param {string} code PHP, with WordPress loaded */
    const php = async (code) => {
      const { stdout } = await run(
        'php',
        ['-r', `define('WP_INSTALLING', ${code.includes('wp_install')}); require 'wp-load.php'; ${code}`],
        { cwd: site },
      )
      return stdout
    }
    await php(
      `require 'wp-admin/includes/upgrade.php'; ob_start(); wp_install('Paper', 'editor', 'editor@localhost.invalid', true, '', 'a password'); ob_end_clean();`,
    )
    ends.push(
      await startProgram('php', ['-S', `localhost:${port}`, '-t', site], () => fetch(`${url}readme.html`), {
        ...process.env,
        PHP_CLI_SERVER_WORKERS: '4',
      }),
    ) // the page and its oEmbed proxy ask one another
    return {
      url,
      stop,
      /**
       * Publishes a post.
       * @param {string} title
       * @param {string} content as the editor stores it
       * @returns {Promise<string>} its address
       */
      async post(title, content) {
        const id = await php(
          `wp_set_current_user(1); echo wp_insert_post(['post_title' => ${quoted(title)}, 'post_content' => wp_slash(${quoted(content)}), 'post_status' => 'publish', 'post_author' => 1]);`,
        )
        if (!/^\d+$/.test(id) || id === '0') throw new Error(`WordPress has not published ${title}: ${id}`)
        return `${url}?p=${id}`
      },
    }
  } catch (cause) {
    await stop()
    throw cause
  }
}

/**
 * @param {string} folder
 * @param {string} socket
 */
async function startDatabase(folder, socket) {
  const data = join(folder, 'data')
  const user = userInfo().username
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    `--user=${user}`,
  ])
  const stop = await startProgram(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      `--user=${user}`,
      `--pid-file=${join(folder, 'mariadb.pid')}`,
    ],
    () => run('mariadb-admin', ['--no-defaults', `--socket=${socket}`, '--user=root', 'ping']),
  )
  await run('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '-e', 'CREATE DATABASE wordpress'])
  return stop
}

/**
 * Copies the installed files, but for the configuration and what belongs to the machine's own site.
 * @param {string} folder
 * @param {string} config
 * @param {number} mapPort
 */
async function layOut(folder, config, mapPort) {
  const site = join(folder, 'site')
  await cp(installed, site, { recursive: true, dereference: true, filter: (file) => !/\/(\.htaccess|wp-config\.php)$/.test(file) })
  await writeFile(join(site, 'wp-config.php'), config)
  const plugins = join(site, 'wp-content/mu-plugins')
  await mkdir(plugins, { recursive: true })
  await writeFile(
    join(plugins, 'loopback.php'),
    `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, ${mapPort}]);
`,
  )
  return site
}

/**
 * @param {string} socket
 * @param {string} url
 */
function configuration(socket, url) {
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', ${quoted(`localhost:${socket}`)});
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', ${quoted(url.slice(0, -1))});
define('WP_SITEURL', ${quoted(url.slice(0, -1))});
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
}

/** @param {string} text as a PHP string */
function quoted(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
