import { describe, expect, it } from '@jest/globals';
import { hashSource } from '#platform/http';
import { mailPolicy } from './mail-policy.js';

describe('what a browser may do with a mail', () => {
  const policy = mailPolicy(
    '<style type="text/css">p { margin: 0 }</style><p style="font-family:&quot;Arial&quot;">a</p><b style="color:red">b</b>',
  );

  it('is to apply the styles that it has', () => {
    for (const style of ['p { margin: 0 }', 'font-family:"Arial"', 'color:red'])
      expect(policy).toContain(hashSource(style));
  });

  it('is nothing else', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('allow-scripts');
    expect(policy).not.toContain('script-src');
  });
});
