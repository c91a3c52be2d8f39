import { createTransport, type SendMailOptions } from 'nodemailer';
import { bouncesTo } from '../../platform/mail/addresses.js';
import { listenForMail } from '../../platform/mail/inbound-server.js';
import { smtpMailer } from '../../platform/mail/mailer.js';
import { newId, toGlobalId } from '../../platform/ids.js';
import { serve, type Served } from '../../rights/serve.js';
import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { factories } from '../../testing/factories.js';
import { startSmtp, type ReceivedMail } from '../../testing/smtp.js';
import { sendDigest, startDigests } from './digests.js';
import { notingBounces } from './inbound/bounces.js';
import { mailTaker } from './inbound/take-mail.js';

const DAY_MS = 86_400_000;

/** Well above what is taken. */
const MUCH = (process.env['STOA_TEST_FULL'] === '1' ? 30 : 6) * 1024 * 1024;

describe('mails about notices, through real exchanges of mail', () => {
  let d: DiscussionWorld;
  let outside: Awaited<ReturnType<typeof startSmtp>>;
  let inside: Awaited<ReturnType<typeof listenForMail>>;
  let web: Served;
  beforeAll(async () => {
    d = await discussionWorld();
    const { services, app } = d.world;
    services.config.inbound = { domain: 'reply.example.org', host: '127.0.0.1', port: 0 };
    outside = await startSmtp();
    const { port } = outside.server.address() as { port: number };
    services.mailer = notingBounces(
      services,
      smtpMailer(`smtp://127.0.0.1:${port}`, 'Stoa <stoa@example.org>', bouncesTo(services.config)),
    );
    inside = await listenForMail(
      services.config.inbound,
      mailTaker(services, (viewer) => app.contextFor({ viewer })),
      services.log,
    );
    web = await serve(d.world);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([inside.stop(), outside.close(), web.stop()]);
    await d.world.close();
  });

  const sql = (text: string, values: unknown[] = []) => d.world.services.db.rows<Record<string, unknown>>(text, values);
  const emailOf = async (who: DiscussionPersona) =>
    String((await sql('SELECT email FROM people WHERE id = $1', [d.people[who]]))[0]?.['email']);
  const act = async (
    who: DiscussionPersona,
    name: string,
    input: Record<string, unknown>,
    type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`,
  ) => {
    const answer = await d.world.as(d.people[who])(`mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, {
      input,
    });
    expect([name, answer.errors, answer.data]).toEqual([name, undefined, { [name]: { userErrors: [] } }]);
  };
  /** What came for somebody since the last time. */
  const mailsTo = async (who: DiscussionPersona): Promise<ReceivedMail[]> => {
    await d.world.runJobs();
    const email = await emailOf(who);
    const came = outside.mails.filter(({ to }) => to?.[0]?.address === email);
    outside.mails.length = 0;
    return came;
  };
  const later = (ms: number) => d.world.services.clock.moveTo(new Date(d.world.services.clock.now().getTime() + ms));
  const header = (mail: ReceivedMail | undefined, name: string) => mail?.headers.find(({ key }) => key === name)?.value ?? '';
  /** Hands a message in as a mail server does, and gives the code of the answer. */
  const handIn = async (mail: SendMailOptions & { key?: string }): Promise<number> => {
    const transport = createTransport({ host: '127.0.0.1', port: inside.port, ignoreTLS: true });
    try {
      return Number((await transport.sendMail({ subject: 'Re: Cards', ...mail })).response.slice(0, 3));
    } catch (error) {
      return (error as { responseCode: number }).responseCode;
    } finally {
      transport.close();
    }
  };
  const postsOf = async (threadId: string) =>
    (await sql('SELECT body FROM posts WHERE thread_id = $1 AND no > 1 ORDER BY no', [threadId.slice(7)])).map(({ body }) => body);

  /** A thread of the author's, with a reply of the member's and the letter about it. */
  const answeredThread = async (title: string): Promise<{ threadId: string; letter: ReceivedMail; replyTo: string }> => {
    const { threadId } = await d.ask(title);
    await d.answer(threadId, 'member', 'A secret answer');
    const [letter] = await mailsTo('author');
    return { threadId, letter: letter as ReceivedMail, replyTo: header(letter, 'reply-to').replace(/^.*<|>$/gu, '') };
  };

  it('can be answered and stopped, say the same in both parts, and no word of what was written', async () => {
    const { letter, replyTo } = await answeredThread('Cards');
    expect(letter.subject).toBe('First reply to “Cards”');
    expect(`${letter.text ?? ''}${letter.html ?? ''}`).not.toContain('secret');
    expect(letter.text).toContain('##- To reply by mail, write above this line -##');
    expect(letter.text).toMatch(/\/en\/networks\/.+\/discussions\/\d+-cards#p2/u);
    expect(replyTo).toMatch(/^reply-[a-z2-7]{42}@reply\.example\.org$/u);
    expect(letter.sender).toMatch(/^bounce-[a-z2-7]{16}@reply\.example\.org$/u);
    expect(header(letter, 'references')).toMatch(/^<thread-.+@stoa>$/u);
    expect(header(letter, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const path = new URL(header(letter, 'list-unsubscribe').slice(1, -1)).pathname;
    const token = path.split('/').at(-1) ?? '';
    const shown = () => d.world.as(null)('query($token: String!) { unsubscription(token: $token) { kind digest stopped } }', { token });
    expect((await shown()).data).toEqual({ unsubscription: { kind: 'FIRST_REPLY', digest: null, stopped: false } });
    expect((await web.send({ method: 'POST', path: `${path}x`, body: 'List-Unsubscribe=One-Click' })).status).toBe(404);
    expect((await web.send({ method: 'POST', path, body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
    expect((await shown()).data).toEqual({ unsubscription: { kind: 'FIRST_REPLY', digest: null, stopped: true } });
    const { threadId } = await d.ask('After stopping');
    await d.answer(threadId, 'member');
    expect(await mailsTo('author')).toEqual([]);
    const [other] = await sql('SELECT handle FROM people WHERE id = $1', [d.people.author]);
    await d.answer(threadId, 'member', `@${String(other?.['handle'])}, please`);
    expect((await mailsTo('author')).map(({ subject }) => subject)).toEqual(['You are mentioned in “After stopping”']);
    await act('author', 'chooseNotices', { kind: 'FIRST_REPLY', networkId: toGlobalId('Network', d.network.id) });
    // Who watches gets each post at once; the link ends that, and leaves the digest that was chosen.
    await act('author', 'watch', { subjectId: threadId, level: 'WATCH' });
    await d.answer(threadId, 'member');
    const [watched] = await mailsTo('author');
    expect(watched?.subject).toBe('New post in “After stopping”');
    const way = new URL(header(watched, 'list-unsubscribe').slice(1, -1)).pathname;
    const of = { token: way.split('/').at(-1) ?? '' };
    const stopped = async () => (await d.world.as(null)('query($token: String!) { unsubscription(token: $token) { stopped } }', of)).data;
    expect(await stopped()).toEqual({ unsubscription: { stopped: false } });
    expect((await web.send({ method: 'POST', path: way })).status).toBe(200);
    expect(await stopped()).toEqual({ unsubscription: { stopped: true } });
    await d.answer(threadId, 'member');
    expect(await mailsTo('author')).toEqual([]);
    expect(await sql(`SELECT 1 FROM notice_choices WHERE kind = 'REPLY'`)).toEqual([]);
  });

  it('are answered into their thread: once, without quotation and signature, in the name of who got them', async () => {
    const { threadId, replyTo } = await answeredThread('Answered by mail');
    const from = await emailOf('author');
    const text =
      'Thank you!\n\nThe red ones work.\n\nOn Tue, 24 Nov 2026 at 09:00, Stoa <stoa@example.org> wrote:\n> ##- above -##\n> Hello\n-- \nAuthor';
    const mail = { from: `Author <${from.toUpperCase()}>`, to: replyTo.toUpperCase(), text, messageId: '<one@mail.example.org>' };
    expect(await handIn(mail)).toBe(250);
    expect(await handIn(mail)).toBe(250);
    expect(await handIn({ from, to: replyTo, html: '<p>In <b>HTML</b> alone</p>', messageId: '<two@mail.example.org>' })).toBe(250);
    expect(await postsOf(threadId)).toEqual(['A secret answer', 'Thank you!\n\nThe red ones work.', 'In HTML alone']);
    const [post] = await sql('SELECT author_id, lang FROM posts WHERE thread_id = $1 AND no = 3', [threadId.slice(7)]);
    expect(post).toEqual({ author_id: d.people.author, lang: 'en' });
    expect((await sql("SELECT 1 FROM audit_log WHERE act = 'reply' AND actor_id = $1", [d.people.author])).length).toBe(2);
  });

  it('are answered by nobody else, no machine, and nothing that Stoa does not take', async () => {
    const { threadId, replyTo } = await answeredThread('Refused by mail');
    const from = await emailOf('author');
    const good = { from, to: replyTo, text: 'Words' };
    const forged = replyTo.replace(/^reply-(.)/u, (_all, letter: string) => `reply-${letter === 'a' ? 'b' : 'a'}`);
    const codes: [string, SendMailOptions, number][] = [
      ['a forged token', { ...good, to: forged }, 550],
      ['another domain', { ...good, to: 'somebody@example.org' }, 550],
      ['no token', { ...good, to: 'postmaster@reply.example.org' }, 550],
      ['another sender', { ...good, from: await emailOf('member') }, 550],
      ['two recipients', { ...good, envelope: { from, to: [replyTo, replyTo.toUpperCase()] } }, 250],
      ['a machine', { ...good, headers: { 'Auto-Submitted': 'auto-replied' } }, 550],
      ['a list', { ...good, headers: { Precedence: 'bulk' } }, 550],
      ['nobody, as machines send', { ...good, envelope: { from: '', to: replyTo } }, 550],
      ['Stoa itself', { ...good, messageId: '<notice-1@stoa>' }, 550],
      ['no words', { ...good, text: '> Hello\n' }, 550],
      ['an attachment', { ...good, attachments: [{ filename: 'a.pdf', content: 'x', contentType: 'application/pdf' }] }, 550],
      ['more than 5 MB', { ...good, attachments: [{ filename: 'a.bin', content: Buffer.alloc(MUCH) }] }, 552],
      ['more than a post holds', { ...good, text: 'word '.repeat(5_000) }, 550],
    ];
    for (const [what, mail, code] of codes) expect([what, await handIn(mail)]).toEqual([what, code]);
    // Of two addresses the first was answered; the server sends the message again for the second.
    expect(await postsOf(threadId)).toEqual(['A secret answer', 'Words']);
    const state = (sqlText: string) => sql(sqlText, [threadId.slice(7)]);
    await state('UPDATE threads SET locked = true WHERE id = $1');
    expect(await handIn(good)).toBe(550);
    await state('UPDATE threads SET locked = false WHERE id = $1');
    await sql("UPDATE memberships SET state = 'LEFT' WHERE person_id = $1", [d.people.author]);
    expect(await handIn(good)).toBe(550);
    await sql("UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1", [d.people.author]);
    const terms = newId();
    await sql(
      `INSERT INTO consent_texts (id, kind, version, bodies, valid_from, published_at) VALUES ($1, 'TERMS', 1, '{"en": "Terms"}', '2026-01-01', now())`,
      [terms],
    );
    expect(await handIn(good)).toBe(550);
    await sql("INSERT INTO consents (id, person_id, text_id, act, at) SELECT gen_random_uuid(), id, $1, 'GIVEN', now() FROM people", [
      terms,
    ]);
    const { clock, config } = d.world.services;
    const [secret = ''] = config.secrets;
    config.secrets.splice(0, 1, 'the secret that came after it, as long as it should be', secret);
    expect(await handIn({ ...good, text: 'After a rotation' })).toBe(250);
    config.secrets.splice(0, 2, secret);
    const now = clock.now();
    later(31 * DAY_MS);
    expect(await handIn({ ...good, text: 'Too late' })).toBe(550);
    clock.moveTo(now);
    await sql(`UPDATE rate_limits SET points = 20 WHERE key LIKE 'mailed-answers:%'`);
    expect(await handIn({ ...good, text: 'Too many' })).toBe(451);
  });

  it('stop where the mailbox sends them back on three days, until the address is confirmed', async () => {
    const { letter } = await answeredThread('Bouncing');
    const email = await emailOf('author');
    const report = (recipient: string, status: string, action = 'failed') => ({
      envelope: { from: '', to: letter.sender },
      raw: [
        'From: MAILER-DAEMON@example.org',
        `To: ${letter.sender}`,
        'Subject: Undelivered',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'It could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example.org',
        '',
        `Final-Recipient: rfc822; ${recipient}`,
        `Action: ${action}`,
        `Status: ${status}`,
        '',
        '--b--',
        '',
      ].join('\r\n'),
    });
    const stopped = async () =>
      (await d.world.as(d.people.author)<{ viewer: { mailStopped: boolean } }>('{ viewer { mailStopped } }')).data.viewer.mailStopped;
    const bounces = async () => (await sql('SELECT mail_bounces AS n FROM people WHERE id = $1', [d.people.author]))[0]?.['n'];
    expect(await handIn(report(email, '4.2.2', 'delayed'))).toBe(250);
    expect(await handIn(report(await emailOf('member'), '5.1.1'))).toBe(250);
    expect(await handIn({ from: email, to: letter.sender, text: 'On holiday' })).toBe(550);
    expect(await bounces()).toBe(0);
    // The third comes from the server that is asked to take the mail.
    for (const n of [1, 2]) {
      expect(await handIn(report(email, '5.1.1'))).toBe(250);
      expect(await handIn(report(email, '5.1.1'))).toBe(250);
      expect([await bounces(), await stopped()]).toEqual([n, false]);
      later(DAY_MS);
    }
    outside.gone.add(email);
    const gone = await d.ask('No such mailbox');
    await d.answer(gone.threadId, 'member');
    expect(await mailsTo('author')).toEqual([]);
    outside.gone.clear();
    expect([await bounces(), await stopped()]).toEqual([3, true]);
    expect(await sql('SELECT 1 FROM graphile_worker.jobs')).toEqual([]);
    const { threadId } = await d.ask('While stopped');
    await d.answer(threadId, 'member');
    expect(await mailsTo('author')).toEqual([]);
    await act('author', 'requestEmailChange', { email }, 'EmailChangeInput');
    const [proof] = await mailsTo('author');
    const token = /\/en\/email\/([^\s\]/]+)/u.exec(proof?.text ?? '')?.[1] ?? '';
    await act('author', 'confirmEmailChange', { token }, 'TokenInput');
    expect(await stopped()).toBe(false);
    expect(await mailsTo('author')).toEqual([]);
    await d.answer(threadId, 'member', 'Once more');
    expect((await answeredThread('Comes again')).letter.subject).toContain('Comes again');
  });

  describe('digests', () => {
    const digest = async (who: DiscussionPersona) => {
      await startDigests({}, d.world.services);
      return mailsTo(who);
    };
    const morning = (day: string) => d.world.services.clock.moveTo(new Date(`${day}T08:00:00+02:00`));

    it('come once a day and once a week, in the reader’s language, with what may be read then', async () => {
      await sql("UPDATE people SET lang = 'el' WHERE id = $1", [d.people.member]);
      await sql('DELETE FROM notices');
      d.world.services.clock.moveTo(new Date('2026-12-02T15:00:00+02:00'));
      const kept = await d.ask('Κάρτες για την ώρα');
      const hidden = await d.ask('Hidden before the digest');
      for (const { threadId } of [kept, hidden]) {
        await d.answer(threadId, 'member');
        await d.answer(threadId, 'coordinator', 'A secret answer');
        await d.answer(threadId, 'author', 'Another');
      }
      expect(await digest('member')).toEqual([]);
      await sql("UPDATE threads SET visibility = 'HIDDEN' WHERE id = $1", [hidden.threadId.slice(7)]);
      d.world.services.clock.moveTo(new Date('2026-12-03T06:59:00+02:00'));
      expect(await digest('member')).toEqual([]);
      morning('2026-12-03');
      const job = { personId: d.people.member, period: 'DAILY' };
      // Two nodes at once, and a mail server that refuses the first time.
      const { mailer } = d.world.services;
      d.world.services.mailer = { ...mailer, send: () => Promise.reject(new Error('down')) };
      await expect(sendDigest(job, d.world.services)).rejects.toThrow('down');
      d.world.services.mailer = mailer;
      await Promise.all([sendDigest(job, d.world.services), sendDigest(job, d.world.services)]);
      const [mail, ...more] = [...(await mailsTo('member')), ...(await digest('member'))];
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('Η ημέρα σας στο Stoa: 1 νέο');
      expect(mail?.text).toContain('Κάρτες για την ώρα');
      expect(mail?.text).toContain('2 νέες αναρτήσεις: Author, Coordinator');
      expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toMatch(/secret|Hidden before/u);
      expect(header(mail, 'content-language')).toBe('el');
      morning('2026-12-04');
      expect(await digest('member')).toEqual([]);
      await act('member', 'chooseNotices', { kind: 'REPLY', delivery: 'WEEKLY' });
      await d.answer(kept.threadId, 'author', 'For the week');
      await d.world.runJobs();
      morning('2026-12-05');
      expect(await digest('member')).toEqual([]);
      morning('2026-12-07');
      expect((await digest('member')).map(({ subject }) => subject)).toEqual(['Η εβδομάδα σας στο Stoa: 1 νέο']);
      morning('2026-12-08');
      expect(await digest('member')).toEqual([]);
    });

    it('stay below what mail programs cut, and stop by their link', async () => {
      const make = factories(d.world.services.db);
      const at = d.world.services.clock.now();
      for (let i = 0; i < 450; i += 1) {
        const id = crypto.randomUUID();
        await make.insert('threads', {
          id,
          county_id: d.network.countyId,
          network_id: d.network.id,
          no: 1_000 + i,
          slug: 'long',
          title: `${i} ${'Μεγάλος τίτλος '.repeat(12)}`,
          lang: 'el',
          kind: 'DISCUSSION',
          author_id: d.people.author,
          created_at: at,
          last_post_at: at,
          search: 'long',
        });
        await make.insert('notices', {
          id: crypto.randomUUID(),
          person_id: d.people.member,
          county_id: d.network.countyId,
          network_id: d.network.id,
          kind: 'NEW_THREAD',
          event: 'THREAD_STARTED',
          subject_type: 'Thread',
          subject_id: id,
          thread_id: id,
          at,
        });
      }
      morning('2026-12-09');
      const [mail] = await digest('member');
      expect(mail?.bytes).toBeLessThan(160_000);
      expect(Buffer.byteLength(mail?.html ?? '') + Buffer.byteLength(mail?.text ?? '')).toBeLessThan(90_000);
      expect(mail?.text).toMatch(/Και \d{3} ακόμη στα εισερχόμενά σας\./u);
      const path = new URL(header(mail, 'list-unsubscribe').slice(1, -1)).pathname;
      expect((await web.send({ method: 'POST', path })).status).toBe(200);
      const { threadId } = await d.ask('After the digest');
      await d.answer(threadId, 'member');
      await d.answer(threadId, 'author');
      await act('member', 'chooseNotices', { kind: 'REPLY' });
      await d.world.runJobs();
      morning('2026-12-11');
      expect(await digest('member')).toHaveLength(1);
      await act('member', 'chooseNotices', { kind: 'REPLY', delivery: 'APP' });
      await d.answer(threadId, 'author');
      await d.world.runJobs();
      morning('2026-12-12');
      expect(await digest('member')).toEqual([]);
    });

    it('come in the morning of the reader’s own time zone, on the days on which clocks change, too', async () => {
      await sql('DELETE FROM notices');
      await sql('DELETE FROM digests');
      const zone = (timeZone: string | null) =>
        sql("UPDATE people SET preferences = jsonb_set(preferences::jsonb, '{timeZone}', $2::jsonb) WHERE id = $1", [
          d.people.member,
          JSON.stringify(timeZone),
        ]);
      await zone('America/New_York');
      await sql('UPDATE notice_choices SET delivery = $2 WHERE person_id = $1', [d.people.member, 'DAILY']);
      const moveTo = (instant: string) => d.world.services.clock.moveTo(new Date(instant));
      // On 14 March 2027 clocks there go on by an hour; here they do two weeks later.
      moveTo('2027-03-13T18:00:00Z');
      const { threadId } = await d.ask('In another morning');
      await d.answer(threadId, 'member');
      await d.answer(threadId, 'author');
      await d.world.runJobs();
      moveTo('2027-03-14T05:30:00Z');
      expect(await digest('member')).toEqual([]);
      moveTo('2027-03-14T10:59:00Z');
      expect(await digest('member')).toEqual([]);
      moveTo('2027-03-14T11:01:00Z');
      expect(await digest('member')).toHaveLength(1);
      await zone(null);
      await d.answer(threadId, 'author');
      await d.world.runJobs();
      moveTo('2027-03-28T03:59:00Z');
      await sql('UPDATE notices SET at = $1', [new Date('2027-03-27T12:00:00Z')]);
      expect(await digest('member')).toEqual([]);
      moveTo('2027-03-28T04:01:00Z');
      expect(await digest('member')).toHaveLength(1);
    });
  });
});
