/** Everything the pages' scripts do. One small file for all pages, cached after the first. */
import './copy.ts';
import './page-nav.ts';
import './search-box.ts';
import './theme-switch.ts';
