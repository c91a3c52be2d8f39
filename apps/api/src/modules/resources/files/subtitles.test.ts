import iconv from 'iconv-lite';
import { writeSubtitles } from './subtitles.js';

const cues = (text: string | Buffer) => (writeSubtitles(Buffer.from(text)) ?? 'none').replace(/^WEBVTT\n\n/u, '').split('\n\n');

describe('subtitles', () => {
  it('keep times and words of both forms', () => {
    expect(
      cues(
        'WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE a note\n\nintro\n00:01.000 --> 00:04.000 line:0 align:start\nOne\nTwo\n',
      ),
    ).toEqual(['00:00:01.000 --> 00:00:04.000\nOne\nTwo\n']);
    expect(cues('1\n00:00:01,5 --> 00:00:02,75\nOne\n\n2\n01:00:00,000 --> 01:00:01,000\nTwo')).toEqual([
      '00:00:01.500 --> 00:00:02.750\nOne\n'.trim(),
      '01:00:00.000 --> 01:00:01.000\nTwo\n',
    ]);
  });

  it('lose every mark, and say who speaks', () => {
    expect(
      cues(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna <b>Maj</b>>Hi <i.loud>there</i></v>\n<v.first Jan>Hello\n{\\an8}&lt;script&gt;alert(1)&lt;/script&gt; <img src=x onerror=alert(1)\n\u202Eevil',
      ),
    ).toEqual([
      '00:00:01.000 --> 00:00:02.000\nMaj>Hi there\nJan: Hello\n&lt;script&gt;alert(1)&lt;/script&gt;\nevil\n'.replace('Maj>', 'Maj&gt;'),
    ]);
    for (const hostile of ['00:01.000 --> 00:02.000\n-->\n00:03.000 --> 00:04.000\nA', '00:01.000 --> 00:02.000\nA\0B'])
      expect(writeSubtitles(Buffer.from(hostile))).not.toContain('\0');
  });

  it('are read in the encodings that they come in', () => {
    const greek = '1\r\n00:00:01,000 --> 00:00:02,000\r\nΚαλημέρα σε όλους τους εκπαιδευτικούς του δικτύου\r\n';
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1253'])
      expect(writeSubtitles(iconv.encode(greek, encoding, { addBOM: encoding === 'utf-16le' }))).toContain('Καλημέρα σε όλους');
  });

  it('are none where nothing is to be shown', () => {
    for (const nothing of [
      '',
      'WEBVTT',
      'hello',
      'WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>',
    ])
      expect(writeSubtitles(Buffer.from(nothing))).toBeNull();
  });

  it('take no longer for being hostile', () => {
    const long = Buffer.from(
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(400_000)}\n${'&'.repeat(400_000)}\n${'{\\'.repeat(400_000)}`,
    );
    const began = performance.now();
    writeSubtitles(long);
    writeSubtitles(Buffer.from('00:'.repeat(1_000_000)));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
