/** What authors may use in MDX without an import. */
import Bookmarklet from './Bookmarklet.astro';
import Case from './Case.astro';
import Collect from './Collect.astro';
import Do from './Do.astro';
import Except from './Except.astro';
import Fenced from './Fenced.astro';
import Heading from './Heading.astro';
import How from './How.astro';
import Ladder from './Ladder.astro';
import Link from './Link.astro';
import Part from './Part.astro';
import PasswordCheck from './PasswordCheck.astro';
import Recognise from './Recognise.astro';
import ScrollTable from './ScrollTable.astro';
import SipMessage from './SipMessage.astro';
import Src from './Src.astro';
import Term from './Term.astro';
import Why from './Why.astro';

export const authorComponents = {
  a: Link,
  h2: Heading,
  pre: Fenced,
  table: ScrollTable,
  Bookmarklet,
  Case,
  Collect,
  Do,
  Except,
  How,
  Ladder,
  Part,
  PasswordCheck,
  Recognise,
  SipMessage,
  Src,
  Term,
  Why,
};
