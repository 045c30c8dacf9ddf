/** Everything that Google puts into the global scope of a script. */
import type { Execution } from '../execution';
import { htmlService } from './html';
import { lockService } from './lock';
import { scriptApp } from './script-app';
import { consoleOf, logger, session } from './session';
import { spreadsheetApp } from './spreadsheet-app';
import { cacheService, propertiesService } from './stores';
import { urlFetchApp } from './url-fetch';
import { utilities } from './utilities';

/** What else Google puts there, and advanced services by their usual names. */
export const UNDECLARED: readonly string[] = [
  ...['AdminDirectory', 'AdminReports', 'Analytics', 'AnalyticsData', 'BigQuery', 'BlobSource', 'Browser'],
  ...[
    'Calendar',
    'CalendarApp',
    'CardService',
    'Charts',
    'Classroom',
    'ConferenceDataService',
    'ContactsApp',
  ],
  ...[
    'ContentService',
    'DataStudioApp',
    'Docs',
    'DocumentApp',
    'Drive',
    'DriveActivity',
    'DriveApp',
    'Forms',
  ],
  ...['FormApp', 'Gmail', 'GmailApp', 'GroupsApp', 'Jdbc', 'LanguageApp', 'LinearOptimizationService'],
  ...['MailApp', 'Maps', 'MimeType', 'People', 'Sheets', 'SitesApp', 'Slides', 'SlidesApp', 'Tasks'],
  ...['VertexAI', 'XmlService', 'YouTube'],
];

/** The services by their global names, made for one execution. */
export function globalsFor(run: Execution): Readonly<Record<string, object>> {
  return {
    SpreadsheetApp: spreadsheetApp(run),
    PropertiesService: propertiesService(run),
    CacheService: cacheService(run),
    LockService: lockService(run),
    UrlFetchApp: urlFetchApp(run),
    ScriptApp: scriptApp(run),
    HtmlService: htmlService(run),
    Utilities: utilities(run),
    Session: session(run),
    Logger: logger(run),
    console: consoleOf(run),
  };
}
