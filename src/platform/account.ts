/** Who is at work. The only file that touches Session. */

/** The e-mail address of the person whose execution this is, or '' where Google does not tell. */
export function currentUser(session = Session): string {
  try {
    return session.getEffectiveUser().getEmail();
  } catch (thrown) {
    console.error(String(thrown));
    return '';
  }
}
