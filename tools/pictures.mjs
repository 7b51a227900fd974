// Signs in to a demonstration city and takes the pictures of the README: node pictures.mjs ADDRESS PASSWORD FOLDER
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const driver = fileURLToPath(new URL('../tests/Jinguo.EndToEnd/bin/Release/net10.0/.playwright/package', import.meta.url));
const { chromium } = createRequire(import.meta.url)(driver);
const [address, password, folder] = process.argv.slice(2);

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pictures = [
  { name: 'home', user: 'xian', size: desktop, path: '/' },
  { name: 'figures', user: 'xian', size: desktop, path: '/figures', follow: 'tbody td a' },
  { name: 'report', user: 'xian', size: desktop, path: '/reports/new?period=2026', follow: 'main button:text-is("生成总结")' },
  { name: 'table', user: 'xian', size: desktop, path: '/tables', follow: 'main tbody th a' },
  { name: 'case', user: 'xian', size: desktop, path: '/cases', follow: 'main tbody th a' },
  { name: 'record-phone', user: 'cun', size: phone, path: '/ledgers/new/training' },
  { name: 'home-phone', user: 'cun', size: phone, path: '/' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, user, size, path, follow } of pictures) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address + '/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(user);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await page.goto(address + path);
  if (follow && await page.locator(follow).count() > 0) {
    await page.locator(follow).first().click();
    await page.waitForLoadState('networkidle');
  }
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 80 });
  await context.close();
}
await browser.close();
