import { describe, expect, it } from 'vitest';
import { phoneText } from '../src/domain/phone';
import { postText, readBackText } from '../src/domain/told';

describe('a telephone number', () => {
  it('is grouped as people read it, without the country code', () => {
    expect(phoneText('+8613800000021')).toBe('138 0000 0021');
    expect(phoneText('4008809818')).toBe('400-880-9818');
  });

  it('of a landline has the nought of its area code, so that it can be dialled as it is read', () => {
    expect(phoneText('+869135550002')).toBe('0913 5550002');
    expect(phoneText('+862988880001')).toBe('029 88880001');
    expect(phoneText('+861065550001')).toBe('010 65550001');
    expect(phoneText('+86913***0002')).toBe('0913 ***0002');
  });

  it('keeps its mask, and a number of another kind stays as it is', () => {
    expect(phoneText('+86138****0021')).toBe('138 **** 0021');
    expect(phoneText('0913-000-0010')).toBe('0913-000-0010');
    expect(phoneText('+4930123456')).toBe('+4930123456');
  });
});

describe('a kilometre post', () => {
  it('is written with kilometres and metres', () => {
    expect(postText(985_100)).toBe('K985+100');
    expect(postText(42_007)).toBe('K42+007');
  });

  it('is read back digit by digit', () => {
    expect(readBackText(985_100, 'zh')).toBe('K 九 八 五 加 幺 零 零');
    expect(readBackText(985_100, 'en')).toBe('K nine–eight–five plus one–zero–zero');
  });
});
