/** Numbers as people read them. Masked figures stay where they are. */

const MOBILE = /^(1\S{2})(\S{4})(\S{4})$/;
const HOTLINE = /^([48]00)(\d{3})(\d{4})$/;
/** Area codes are two figures for the largest cities and three for all others; at home a nought goes before them. */
const LANDLINE = /^\+86(10|2\d|[3-9]\d{2})(\S{7,8})$/;

/**
 * `+8613800000021` is `138 0000 0021`, `+869135550002` is `0913 5550002`, `4008809818` is `400-880-9818`; anything else
 * stays as it is.
 */
export function phoneText(number: string): string {
  const domestic = number.replace(/^\+86/, '');
  if (MOBILE.test(domestic)) return domestic.replace(MOBILE, '$1 $2 $3');
  if (HOTLINE.test(domestic)) return domestic.replace(HOTLINE, '$1-$2-$3');
  return number.replace(LANDLINE, '0$1 $2').replace(/^\+86/, '');
}
