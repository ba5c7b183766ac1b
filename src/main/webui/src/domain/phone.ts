/** Numbers as people read them. Masked figures stay where they are. */

const MOBILE = /^(1\S{2})(\S{4})(\S{4})$/;
const HOTLINE = /^([48]00)(\d{3})(\d{4})$/;

/** `+8613800000021` is `138 0000 0021`, `4008809818` is `400-880-9818`; anything else stays as it is. */
export function phoneText(number: string): string {
  const domestic = number.replace(/^\+86/, '');
  if (MOBILE.test(domestic)) return domestic.replace(MOBILE, '$1 $2 $3');
  return domestic.replace(HOTLINE, '$1-$2-$3');
}
