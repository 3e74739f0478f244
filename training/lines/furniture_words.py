"""The words of invented news sites: names, places, menus, promotions, sharing, remarks, footers. All made up or generic."""

# fmt: off
GIVEN = (
    "Amara", "Bela", "Carl", "Dina", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Marta", "Nils", "Olga", "Pavel",
    "Rosa", "Samuel", "Tara", "Viktor", "Wanda", "Yusuf", "Zoe", "Ama", "Brad", "R.", "J.T.",
)
FAMILY = (
    "Adler", "Bianchi", "Castro", "Dube", "Eriksen", "Ferrari", "Gupta", "Haas", "Ivanova", "Jansen", "Kimura", "Lopez", "Moreau",
    "Novak", "Okoro", "Petrov", "Quist", "Rossi", "Sato", "Tanaka", "Ueda", "Vogel", "Weiss", "Yilmaz", "O’Dell", "MacRae",
)
PLACES = (
    "Lagos", "Turin", "Oslo", "Quito", "Perth", "Manila", "Leeds", "Tampa", "Accra", "Nagoya", "Bergen", "Lima", "Cork", "Durban",
    "Calgary", "Mumbai",
)
SITES = (
    "The Harbour Times", "Daily Beacon", "Northern Star", "City Gazette", "The Evening Ledger", "Plains Tribune", "The Observer Post",
    "Metro Chronicle", "Coast News", "The Review", "Sun-Herald", "Public Radio East",
)
AGENCIES = (
    "Reuters", "AP Photo", "Getty Images", "AFP", "EPA", "Pool", "Alamy", "Handout", "PA", "Courtesy of the museum",
)
SECTIONS = (
    "Home", "News", "World", "Politics", "Business", "Sport", "Sports", "Culture", "Opinion", "Lifestyle", "Travel", "Weather", "Tech",
    "Science", "Health", "Education", "Environment", "Local", "Money", "Food", "Books", "Film", "Music", "Video", "Podcasts", "Jobs",
    "Cars", "Property", "Puzzles", "Obituaries", "U.S.", "Asia", "Europe", "Africa", "Markets",
)
TRADES = (
    "Court Reporter", "Staff Writer", "Health Correspondent", "Political Editor", "Chief Sports Writer", "Business Reporter",
    "Associated writer", "Senior Correspondent in {place}", "Science Editor",
)
CONSENT = (
    "We use cookies to improve your experience. By continuing you accept our cookie policy.",
    "This site uses cookies. Accept all / Manage preferences", "We and our partners store information on a device.",
    "Your privacy matters to us", "Accept all", "Reject all", "Manage settings", "Skip to main content", "Skip to navigation",
)
PROMOTIONS = (
    "Subscribe now for $1 a week", "FULL ACCESS FOR ONLY $3 A MONTH", "Support independent journalism", "Become a member", "Get the app",
    "Sign in", "Log in", "Register", "My account", "Today's paper", "E-paper", "Newsletters", "Edition: International",
    "Weather: {place} 21°", "{place} 14°C", "Breaking news", "LIVE", "Watch live TV", "Menu", "Search", "Donate", "Give today",
    "SAVE 50% ON YOUR FIRST YEAR", "Try our puzzles", "Limited offer: half price for six months", "Advertisement", "ADVERTISEMENT",
    "Sponsored", "Trending now",
)
SHARING = (
    "Share", "Share this article", "Facebook", "X", "Tweet", "Post", "Email", "Print", "Save", "WhatsApp", "LinkedIn", "Copy link",
    "Copy link Copied", "Link copied", "Gift this article", "Listen to this article", "Listen · 6 min", "Comments", "14 comments",
    "(203)", "312", "4 min read", "Reading time: 3 minutes", "12 shares", "1.2k shares", "Text size", "A A A", "Follow us", "Pin it",
    "Bookmark", "Add to reading list", "Advertise with us", "Republish this article", "View comments (27)", "Play video",
    "Gallery: 5 photos",
)
INSIDE = (
    "Advertisement", "ADVERTISEMENT", "Story continues below", "Article continues after this advertisement", "Read more: {other}",
    "Related: {other}", "RELATED: {other}", "See also: {other}", "ALSO READ: {other}", "More: {other}", "WATCH: {other}", "TOP STORIES",
    "Trending", "Most read", "Recommended", "Recommended for you", "Don't miss", "Editor's picks", "Quick guide: {other}", "Loading...",
    "In this article", "What you need to know", "Enter your email", "Your email address", "Sign up", "Sign up for our morning newsletter",
    "Get the day’s top stories in your inbox", "Yay! You're signed up", "Enlarge this image", "Hide caption", "toggle caption", "Play",
    "1 of 5", "Promoted content",
)
CLOSING = (
    "Related stories", "Related", "More from {section}", "Most viewed", "Most popular", "Read next", "You may also like", "Recommended",
    "Latest news", "Trending", "Also in {section}", "Up next", "Top stories", "More on this story",
)
FOOTER = (
    "© 2024 {site}. All rights reserved.", "Copyright {site} 2023", "(c) {site}", "About us / Contact us / Privacy", "About us",
    "Contact us", "Terms of use", "Privacy policy", "Advertise", "Careers", "Corrections", "Code of ethics", "RSS", "Back to top",
    "Published by {site} Ltd, {place}", "Registered office: 12 Mill Lane, {place}", "Help", "Site map", "Modern slavery statement",
    "Follow {site} on social media", "Do not sell my personal information",
    "This material may not be published, broadcast, rewritten or redistributed.",
)
REMARKS = (
    "Great piece, thank you.", "This is what happens when nobody listens to the people who live there.", "Finally somebody says it!",
    "I was there and it was nothing like this, but fair enough.", "Typical. They knew about it for years and did nothing.",
    "Can anyone explain who pays for all this?", "My grandfather worked there, he would have loved to read it.", "So who is next?",
    "Well said @{given}", "LOL",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)
DAYS = (
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
)
BIOS = (
    "{name} is a reporter at {site} who covers {place} and the region.", "{name} has written about business for {site} since 2014.",
    "{name} is an award-winning journalist and the author of two books. She lives in {place} with her family.",
    "About the author: {name} writes on health and science.", "{name} is a professor at the University of {place}.",
    "{name} joined {site} after working as a correspondent in {place}. Follow him on X.", "{name}, {trade}, reports from {place}.",
    "Do you have a tip? You can reach {name} by e-mail or on a secure line.",
)
APPEALS = (
    "Our newsroom is paid for by its readers. If you value our work, please consider a gift today.",
    "You can support our reporting with a small amount every month, and every gift helps us to stay free for all.",
    "{site} is a non-profit news organization. Our stories are free because of readers like you.",
    "This story was made possible by a grant; its givers have no say in what we write.",
    "Have you seen something that we should look into? Write to us, and one of our reporters may call you.",
    "Every morning we send the most important stories of the day to more than a hundred thousand readers.",
    "Get our best stories about {place} every Friday, free of charge and without advertisements.",
    "We may earn a commission when you buy through links on our site, at no cost to you.",
    "Copies of this story may be shared under a licence that asks for our name and a link.",
    "Comments are open for three days. Please be polite and keep to the subject of the story.",
)
# fmt: on
