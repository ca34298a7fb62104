my $userAgent = new LWP::UserAgent;
$userAgent->protocols_allowed( [ 'https'] );
my $request = POST('https://api.allmysms.com/http/[version]/sendSms/', [
'login' => 'yourlogin',
'apiKey' => 'yourapikey',
'smsData' => '<DATA><MESSAGE><![CDATA[envoi de SMS en perl avec allmysms.com]]></MESSAGE><TPOA>EXPEDITEUR</TPOA><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>'],
Content_Type => 'multipart/form-data');
my $response = $userAgent->request($request);
