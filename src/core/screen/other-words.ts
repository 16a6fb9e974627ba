import { isVerb } from '../values/verbs.ts'
import { isFamilyName, isGivenName } from './given-names.ts'

/** Words that stand with a capital and are part of no person's name: of services, courts, places, days, tongues, sorts of document. */
const WORDS = `
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Ramadan Eid Diwali Matariki Summer Winter Autumn Spring
The This That These Those A An And Or But If In On At To Of For From By With As It Its We Our You Your They Their He His She Her I My Not No Yes All Any Each Every Some
Both Who What When Where Why How Which Then There Here After Before Since While Once Until Please Thank Thanks Also However Because Although So Only
Access Act Acts Action Advice Advisory Advocacy Advocate Advocates Agency Agreement Aid Aged Alliance Ambulance Annual Appeal Appeals Area Asset Assessment Assistance Assistant
Association Attorney Authority Bail Bank Bar Bay Beach Benefit Benefits Bill Board Branch Bridge Brief Budget Building Bulletin Bureau Business Campus Cancer Care Carer Carers Case
Census Center Centre Central Certificate Chair Charity Charter Chief Child Children Church Citizens City Claim Claims Clerk Client Clients Clinic Clinical Club Coast Code College
Commission Commissioner Committee Commonwealth Communication Community Company Complaint Complaints Compliance Conference Connect Consent Consumer Consumers Contact
Cooperative Coordinator Corporation Council Counsel Counselling County Court Courts Creek Crisis Criminal Crown Data Day Debt Defence Defender Defense Department Deputy Development Director Disability District
Division Domestic Drop Drug Duty East Eastern Education Eligibility Elder Elders Emergency Employment Energy Engagement Estate Ethics Evaluation Evening Executive Experience Experiences Fact Fair Family Families Federal Feedback File
Finance Financial First Food Form Forms Forum Foundation Framework Freedom Friends Fund Funding Garden General Government Governor Grant Green Group Guardian Guardianship Guide
Guideline Guidelines Hall Harbor Harbour Health Healthcare Healthy Heights High Highway Hill Hills Home Homeless Homelessness Homes Hospital Hotel House Household Housing Hub Human Identification Immigration Inc
Income Independent Indigenous Information Initiative Injury Inquiry Inner Insurance Intake Integrated Interim Interpreter Interpreting Island Islander Journal Journey Journeys Junction
Justice Juvenile Lake Landlord Landlords Lands Law Laws Lawyer Lawyers Lead Learning Legal Liaison Library Licence License Life Limited Line Link List Living Local Lodge London Ltd Magistrates
Main Manager Manual Map Market Maternity Matter Matters Medicaid Medical Medicare Medicine Meeting Member Members Memo Memorandum Men Mental Metro Metropolitan Migrant Migration Minister Ministry
Minutes Mission Model Mount Municipal National Nations Native Neighborhood Neighbourhood Network New News Newsletter Night North Northern Note Notes Notice Nurse Nurses Nursing Office Officer Official
Old Ombuds Ombudsman Online Open Order Outcome Outcomes Outreach Panel Parent Parents Parish Park Parliament Parole Part Participant Participants Partner Partners Partnership Partnerships Pathway Pathways
Patient Patients Payment Pension Pensioners People Peoples Perinatal Person Personal Persons Pharmacy Pilot Place Plan Planning Plaza Point Police Policy Port Portal Practice Pregnancy Primary Prison Privacy Pro Procedure
Profession Program Programme Progress Project Property Prosecutor Protection Protocol Provider Province Provincial Public Quality Quarter Queensland Reception Record Records Recovery Referral Referrals Refuge Refugee
Regional Register Registrar Registry Relations Renters Renting Rent Report Reports Research Reserve Residential Residents Resilience Resource Resources Respite Response Review Reviews Ridge Right Rights Risk River Road Room Round
Royal Rural Safe Safety Saint Salvation Satisfaction School Schools Secretary Section Security Senate Senior Seniors Service Services Sheet Shelter Shire Sister Social Society Solicitor Solicitors South Southern Special
Specialist Square St Staff State States Station Statement Status Steering Story Stories Strategic Strategy Street Student Students Support Supreme Surgery Survey Surveys System Table Team Tenancy Tenant Tenants
Terms Territory Therapy Together Tool Tools Town Training Transition Transport Transportation Treasury Treatment Triage Tribunal Trust Trustee Trustees Union Unit United University Update Urban Valley Veterans Victim Victims
View Village Violence Voice Voices Volunteer Waiting Ward Wealth Welcome Welfare Wellbeing West Western Wing Winter Women Work Worker Workers Working Workplan Workshop World Worksheet Year Youth Zone
Aboriginal Torres Strait Māori Maori Pacific Pasifika Iwi Hapū Whānau Inuit Métis Metis Indian Hispanic Latino Latina African Asian European English Arabic Dari Farsi Persian Hazara Hazaragi Kurdish Rohingya Somali
Swahili Amharic Tigrinya Vietnamese Mandarin Cantonese Chinese Japanese Korean Hindi Punjabi Urdu Tamil Bengali Nepali Karen Burmese Thai Khmer Greek Italian Spanish Portuguese French German Polish Romanian Russian
Ukrainian Turkish Samoan Tongan Fijian Auslan Aboriginals Christian Muslim Jewish Catholic Anglican Sikh Hindu Buddhist Afghan Syrian Iraqi Iranian Irish Scottish Welsh British American Australian Canadian Zealand
Australia America Britain England Scotland Wales Ireland Canada Ontario Quebec Québec Alberta Manitoba Saskatchewan Nova Scotia Victoria Tasmania California Texas Oregon Ohio Michigan Boston York Washington
Melbourne Sydney Brisbane Perth Adelaide Hobart Darwin Canberra Auckland Wellington Christchurch Dunedin Hamilton Toronto Vancouver Montreal Ottawa Calgary Winnipeg Manchester Leeds Glasgow Edinburgh Cardiff Belfast Bristol
Centrelink Services NDIS NHS HIPAA GDPR Medicare PBS TAC WorkCover WorkSafe Lifeline Samaritans Shelter Citizens Barnardos Anglicare Uniting Salvos Vinnies Zoom Teams Word Excel Outlook Google Microsoft Facebook
Mr Mrs Ms Mx Miss DOB MRN NHI SSN CRN NI Ring Text Email Dr Prof Professor Judge Magistrate Senator Hon Sir Dame Lord Lady Reverend Rev Sr Jr Pty Co LLC LLP PLC CIC Trainer Facilitator Educator Student Paralegal Navigator Midwife Doctor GP GPs CEO
Responsibilities Handbook Kit Toolkit Template Checklist Leaflet Brochure Poster Flyer Pamphlet Booklet Card Cards Letter Letters Email Emails Call Calls Phone Telephone Dashboard Database Software Platform Lanyard Alert
Centred Centered Focused Led Informed Facing Contacts Numbers Journeys Satisfaction Demographics Demographic Matter Matters Participation Liaisons Rep Reps Representative Representatives Champion Champions Ambassador Wellness Navigators
Confidentiality Conflict Conflicts Capacity Cultural Digital Early Economic Eviction Environmental Equity Exit External Internal Joint Key Level Lived Mobile Multicultural Next Number Oral Outpatient Outpatients Inpatient Inpatients Palliative Physical Poverty
Prevention Priority Problem Problems Process Promotion Proposal Quick Ready Relationship Relationships Rehab Rehabilitation Screening Secondary Shared Single Skills Small Smart Standard Standards Start Steps Substance Sustainability Target Task Taskforce Theory Tip Tips Topic
Transfer Trauma Triage Two Types Understanding Value Values Vision Warm Warrant Water Weekly Wide Wills Write Written Yarning Yarn Zero
Rang Met Saw Spoke Tell Told Ask Asks Got Gave Give Wrote Sent Send Took Take Made Make Brought Found Find Left Let Kept Keep Went Came Follow Followup Chase Draft See Seen Visit Help Assist Advise Advised Refer Invite Join Read Show Shows Say Says Said Get Go Look Wait Meet Need Needs Want Wants Has
Had Have Was Were Is Are Am Be Been Being Do Does Did Can Could Might Must Shall Should Will Would Add Agree Apply Book Bring Build Buy Cancel Check Choose Close Collect Cover Create Decide Drive Explain Extend Fill Fix Hold Include Learn Leave Move Offer Pay Post Prepare Print Put Raise Remove Renew
Repeat Replace Reply Request Return Run Save Set Share Sign Stop Submit Test Track Train Try Turn Upload Use Used Uses Vote Watch Ended Began Begin Change Me Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Infirmary Memorial Chad Re Pt PS NB Cc Attn Fwd Win Councillor Associate Bishop Chancellor Coroner Auditor Poor Dear Little Young Younger Older Big Elderly Retired Former Same Other Others Another Such Many Most More Much Several Few Fewer Less Least Half Third One Three Four Five Six Seven Eight Nine Ten Eleven
Twelve Hundred Last Later Earlier Now Today Tomorrow Yesterday Again Already Always Never Often Sometimes Still Yet Even Just Almost About Above Across Against Along Among Around Below Beside Besides Between Beyond Despite Down During Except Inside Into Like Near Off Onto Out Outside Over Past
Per Than Through Throughout Toward Towards Under Unlike Upon Up Via Within Without Whether Whose Whom Whoever Whatever Whichever Nobody Nothing Everyone Everybody Everything Someone Somebody Something Anyone Anybody Anything None Neither Either Nor Mum Dad Mother Father Son Daughter Brother Baby
Husband Wife Aunty Auntie Aunt Uncle Nan Nana Grandma Grandpa Cousin Neighbour Neighbor Woman Man Boy Girl Kid Kids Twins Applicant Respondent Defendant Claimant Alfred Institute Laboratory Labs Academy Congress Cottage Villa Manor Terrace Gardens Springs Falls Downs Plains Vale Cove Bight Cape
Ranges Rivers Lakes Hostel Motel Cafe Café Bakery Chapel Cathedral Mosque Temple Synagogue Marae Gallery Museum Theatre Theater Stadium Airport Ferry Tower Towers Arcade Arts Auditor Awards Award Assembly Baseline Barrier Barriers Bed Beds Blue Red White Black Brown Gold Silver Pink Purple Orange
Yellow Bus Car Cash Cost Costs Country Cup Date Dates Deed Desk Diary Door End Error Event Events Exam Fee Fees Fire Fit Floor Gap Gaps Goal Goals Handover Head Heart Hearing Hearings Huddle Hour Hours Ideas Impact Index Indicator Indicators Interview Interviews Invoice Issue Issues Item Items Job
Jobs Kitchen Language Languages Lift Load Lunch Maintenance Measure Measures Mind Money Month Months Morning Mortgage Motion Motions Name Names Nominations Objective Objectives Opening Pack Page Pages Paper Papers Parking Percent Phase Power Press Price Principles Principle Purpose Question Questions
Rate Rates Ratio Reason Release Remote Results Result Roster Rule Rules Sample Scale Schedule Scope Score Scores Self Series Session Sessions Shift Side Site Sites Size Slides Source Space Stage Stages Step Style Subject Summary Sum Supervision Tax Term Tests Time Times Title Total Trial Trials Trip
Trips Unmet User Users Venue Version Visits Visitor Visitors Voucher Vouchers Web Website Week Weeks Years NSW VIC QLD TAS ACT USA Zealanders Aotearoa Liverpool
Birmingham Chicago Houston Dallas Philadelphia Phoenix Denver Detroit Atlanta Miami Seattle Baltimore Cleveland
Cincinnati Milwaukee Minneapolis Minnesota Wisconsin Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Mississippi Missouri Montana Nebraska Nevada Hampshire Jersey Mexico Carolina Dakota Oklahoma Pennsylvania Rhode Tennessee Utah Vermont Virginia Wyoming Alaska Hawaii
Idaho Arkansas Alabama Arizona Colorado Connecticut Delaware Florida Columbia Brunswick
Epic Cerner Salesforce Actionstep Canva Slack Dropbox Trello Qualtrics REDCap
SurveyMonkey Stata Python Android Apple Windows Adobe Acrobat Skype Webex WhatsApp Instagram TikTok Snapchat Twitter Uber Woolworths Coles Telstra Optus Aldi Bunnings Tesco Walmart Robodebt Jobseeker JobSeeker Medibank Bupa Kaiser Covid COVID Botox Panadol Ventolin`

/** Towns, districts and counties: no part of a name by themselves, and yet they say where somebody lives. */
const TOWNS = `
Charlotte Georgia Austin Houston Jackson Madison Adelaide Sydney Florence Virginia Carolina Jordan Lebanon Israel Chad Lincoln Raleigh Mesa Henderson Glen Roma Charleville Marion Chelsea Nelson Boulder Aurora Savannah Phoenix Dallas Denver Lansing Cloncurry Kirwan Flinders Westmead Hornsby Newtown Kyneton Bathurst Griffith Leeton Barham Kerang Cobram Wangaratta Benalla Seymour Castlemaine Maryborough Ararat Stawell Hopetoun Yarram Orbost Mallacoota Cooma Bega Nowra Goulburn Cowra Parkes Forbes Cobar Wilcannia Menindee
Kent Essex Sussex Surrey Devon Cornwall Norfolk Suffolk Dorset Somerset Yorkshire Lancashire Cumbria Durham Oxford Cambridge Sheffield Nottingham Leicester Bradford Hull Newcastle Brighton Southampton Portsmouth Plymouth Bath Swansea Newport Dundee Aberdeen Inverness Derry Lisburn Hackney Camden
Lambeth Southwark Saskatoon Regina Halifax Yukon Nunavut Labrador Newfoundland Rotorua Taranaki Waikato Otago Southland Canterbury Marlborough Tauranga Napier Hastings Whanganui Gisborne Northland Kaitaia Invercargill Geelong Ballarat Bendigo Shepparton Mildura Dandenong Footscray Parramatta
Blacktown Dubbo Lismore Wagga Albury Wodonga Cairns Townsville Mackay Rockhampton Toowoomba Ipswich Launceston Fremantle Broome Kalgoorlie Katherine Tennant Kirkby Preston Bolton Oldham Rochdale Burnley Stockport Wigan Luton Slough Reading Croydon Haringey Islington Brixton Peckham Tottenham
Walthamstow Gateshead Sunderland Middlesbrough Darlington Grimsby Lowestoft Paisley Motherwell Kilmarnock Wrexham Merthyr Armagh Omagh Alice Springs Orange Bourke Walgett Moree Tamworth Armidale Inverell Gosford Wollongong Fitzroy Collingwood Brunswick Carlton Flemington Richmond Northcote Heidelberg
Werribee Sunshine Frankston Cranbourne Pakenham Echuca Swan Horsham Warrnambool Morwell Traralgon Bairnsdale Redfern Marrickville Bankstown Campbelltown Penrith Logan Caboolture Bundaberg Gympie Burnie Devonport Elizabeth Salisbury Whyalla Augusta Ceduna Bunbury Albany Geraldton Karratha Hedland
Mandurah Palmerston Nhulunbuy Hamilton Burnaby Kelowna Kamloops Nanaimo Thunder Sudbury Windsor Kingston Guelph Scarborough Etobicoke Mississauga Brampton Moncton Fredericton Whangārei Whangarei Manukau Ōtara Otara Porirua Petone Timaru Levin Masterton Dargaville Oakland Fresno Stockton Sacramento
Tacoma Spokane Boise Tulsa Omaha Wichita Memphis Nashville Knoxville Tampa Orlando Newark Trenton Hartford Worcester Springfield Lowell Lynn Syracuse Rochester Buffalo Toledo Dayton Akron Flint Bronx Brooklyn Harlem Queens Anacostia`

const things = new Set(WORDS.trim().split(/\s+/))
const towns = new Set(TOWNS.trim().split(/\s+/))
/** Whether a word is of a service, a court, a day or the like, and no town either. */
export const isThing = (word: string): boolean => things.has(word)
/** How words end that are made from others, as few names do; a verb at the head of a sentence or a cell is none either. */
const MADE =
  /^[A-Z][a-z]+(?:ed|ing|ings|[ts]ions?|ments?|ness|ships?|ity|ities|[ae]nces?|ology|ical|ally|able|ible|ful|less|isms?|ists?|ives?|ous|ics|care|works?|lines?)$/
const isMade = (word: string): boolean =>
  (MADE.test(word) || isVerb(word)) && !isGivenName(word) && !isFamilyName(word)
const bareOf = (word: string): string => word.replace(/['’]s?$/, '')
/** Whether a word is known to be of some service, place or thing. */
export const isListed = (word: string): boolean => things.has(bareOf(word)) || towns.has(bareOf(word))
/** Whether a word with a capital is of some service, place or thing rather than of a person, as its ending says too. */
export const isOtherWord = (word: string): boolean => isListed(word) || isMade(bareOf(word))

/** What is said of a service as it is of a person: "WCCLC cannot act", "SFHS's consent form". */
const OF_BODIES =
  /^(?:['’]s? | (?:about|regarding|with|cannot|can['’]t|could not|does not|doesn['’]t|did not|didn['’]t|needs?|needed|wants?|keeps?|kept|left|lost|says|said|told|asks|asked|signed|sold|hopes|fears|thinks|believes|received|faces|emailed|texted|called|rang|has been|and the|who)\b(?! (?:her|his|she|he)\b))/

/** Whether a word is in capitals and no name that is known, so that what follows may be said of a body that goes by its letters. */
export function isBody(word: string, behind: string): boolean {
  const asName = `${word[0]}${word.slice(1).toLowerCase()}`
  const isLetters = /^[A-Z]{3,}s?$/.test(word) && !isGivenName(asName) && !isFamilyName(asName)
  return isLetters && OF_BODIES.test(behind)
}
