/// The commonest words of Vietnamese newspapers, and the commonest pairs of syllables, the most frequent last.
///
/// They are what stored articles are compressed against. Counted over some thousands of articles: each word or pair by how
/// often it stands there times its length. A dictionary made of them is never to be changed: records refer to its bytes.
enum CommonWords {
    /// The words, with a blank or the end of a line between two.
    static let text = """
        tôi rất đóng vai ứng phó chết người người đến Khi được Nếu không miệng nước về tiền của trong phiên Công thương
        gấp nhiều loại nhảy đài Bà Vietnam của doanh phạm về đã xuất Chính vì Mỹ tại nội bộ phạm quy rất quan và chính
        đánh bom gian dài nằm ở đã ký báo động các thiết dựng một mình không ra đường chạy thận đẳng cấp Chí người từng
        việc được Một trong Sự việc Trong lúc cử tổng hiện những khai mạc nguyên và năm tới thiên tai thuyền viên vụ
        công đã đạt được bảo này bị từ bỏ và nhân chữ Hiếu Lâm chồng tôi chứng cứ các nguồn cấp giấy dân và nghị của nhà
        ngoại thẻ thứ nhất đám đông đừng là rất mưa lớn tư cách việc không Hậu chung với các bệnh chuyện tình triệu bảng
        mấy trên cơ vừa có Trịnh gặp khó lại các nhất để sắc lệnh sự đồng tới các xả súng Quá trình bạn trẻ loại bỏ ngại
        về định cư kiên quyết phương đã thoát khỏi trân trọng đã chuyển đầu đạn Ấn nhiều trường đội trưởng Vladimir chảy
        hàng xóm khi đến người bệnh sẽ trở sẽ tăng thường niên thảm tôi đang việc điều được tiến lạm dụng xem là đến hết
        đến thăm các chính cứu hoả hàng của rộng rãi Mạnh cái tên nam thanh trong hai ca khúc không chấp thì có thứ ba
        điện đàm Luật sư liên bang vụ cháy ăn uống Airlines Vũ bình quân hàng hải khi người lượng người nhận của những
        thành này khiến trên một đi cấp điểm đó đánh bạc đánh bại đánh bắt được kiểm bị một trông mạnh nhất nước khác
        triển bền Nga đã trừ nên đã cực đoan trong đêm đến nhà Mặt trận chính trong kiểm toán người con sẽ khiến tổng
        giám vọng của động kinh cuộc phỏng kể lại kỷ lục là ông trên xe đứa con vụ nổ chuyện này hậu thuẫn đến bệnh
        cưỡng giàu khác cũng lực để tự tin vướng Hạnh cố tình của bộ cửa khẩu huyết thế này trong lịch tài trợ định khởi
        Nhiệt độ nghỉ hưu người biểu nhận thông nặng nề trưng bày viên trong được ông đất liền đồng thuận công văn lâu
        dài ngày qua phạm vi sa thải Tại buổi cuộc đàm cà phê hoả hữu nghị khôi phục nhất với đây không khoá nửa Vân
        Thiện rơi vào trên cao vào đó có văn của chị sự ủng trong sự tội danh mức lương quyền hạn lẫn Diễn đàn cũng từng
        hồi đầu phê chuẩn sống tại trong khuôn định sẽ động này có lẽ hội và lúc nào ở nhà Thể thao đã đề dự luật lộ
        trình nhân tạo nhất trí ra sự tôi thấy được khoảng chuyên ngành nhiều thời thuỷ điện định rằng đồng nghĩa Văn
        hoá lên kế nhiều công thương vụ triển nông tự hào được bổ được chia chiều dài một thành ngày đầu phẩm của trong
        trận tận dụng Trong số hứng đa dạng này và Kinh tế Mỹ sẽ chưa rõ nhận ra và đưa chúc mừng cương gian gần hiện
        của khiển xe khuyết khá nhiều làm gì năm mới phấn đấu thiếu niên thí điểm trên tuyến trên được trò của từ một
        đoạn video đoạt tài động tại Báo cáo hội để một mình trình bày trình này để phát ảnh của ghế nghìn người nhiều
        nước được tiếp học trò tiếc Đinh báo về hình phạt và chỉ vương đang diễn chất thải pháp trừng cái chết của nhóm
        dân thường hiệp định thời kỳ trên sông xăng động không sợ Tĩnh Còn Mỹ đang nạn giao trạm thu đâm vào đại gia đền
        các bên mình là đưa đi quen trước đến bãi có chuyện cứng rắn mới chỉ nghĩa vụ yêu thích đầu vào nhiên liệu nhiệt
        độ được bán định trong Chánh họ sẽ kích thước tin của đe dọa điều tiết đã tổ đồng loạt Nhất xanh Quốc lộ Thế
        giới bị phạt chiến trường khiến cho minh bạch phân phối sắp xếp và đồng đồng bộ giường ngày sau Kiểm tra hát
        nguồn nước phát sinh An ninh nêu rõ gửi lời của dự khí hạt nghĩ rằng này vẫn nước đã trinh sát tại bệnh đã nhiều
        độ tuổi pháo cuộc không thất vọng định pháp Có thể cơ cấu ngang trường mầm đông người được đăng đề án bức tường
        mắc kẹt nguyên liệu trị của việc cho và sự đã cho Phan giám khảo một tuần tín nhiệm tính chất đang tiến cậu rủi
        ro xe buýt Đại biểu có tiền nó ra nhiều tăng giá đã gửi biển số bất hợp mệt mỏi rằng họ Hòa Nhận được trường của
        vẻ Tư pháp lại là chia tay dưới thời hiếm lượng cao thông vận viên chức về nước đoàn kết đồng phạm công viên nữ
        diễn quan quản ở huyện dụng công xếp hạng để kiểm trọng điểm bị mất sản lượng trên tàu đi bộ ứng được không gây
        tăng thêm tại hội kháng của đảng ngạc nhiên điểm trên đồng cấp có mưa mang tên người nước nói chung nói về thu
        giữ thuộc vào thể bị tin nhắn tiêu chí tự xưng đã tìm được cơ chung của có điều dần người nhập nhà chức giải
        trình làm chủ lớn hơn thân thiện vào người vụ của Lộc Nhĩ Quốc đang chủ nghĩa của đất Họ cũng rất sách của truy
        tố ưu đãi rằng những được gọi tương ứng là có riêng của trong phòng tại phiên vẫn là Trả lời Tuyên bố khác của
        nước có phong trào rác số liệu hỏi về là đối lời khai sống ở bắt buộc cách mạng nước mắt tiền mặt tại phường cải
        tạo phiên tòa tiền vệ điều gì liên minh nhà sản nhân vụ và bị án này sau một và cũng trộm ngụ quê buổi lễ chợ
        dân địa gặp gỡ khu đất lục địa sống trong thẳng thắn trên không tâm đến để tạo động đất các chuyến những công
        được yêu đang ở Người đẹp hướng đến sạch đau Canada một vài năm học sâu sắc và thực của nhân cứu nạn dẫn tới dự
        đoán hàng ngày tỉ lệ với cùng Đây cũng đó không ở một các điểm người mua phía đông thông tấn Trẻ giật đối diện
        giảng Về cầu các kinh phí thầy cô vũ trang ùn tắc Cổ phần dùng để phát hành Đào tạo hơn nhiều khiến các triển
        lãm trên quốc tại địa Cần dục và nghệ thông triệu tập trạng thái đảng viên Trước đây cùng kỳ gồm cả này của quần
        áo ở tỉnh Thực tế miễn phí đám cháy đình ông chống khủng giành được lập trường và sẽ vì vậy bạn gái thường được
        đều là kênh trục xuất trong chương trưng Các nhà vào nhà Huyền chiếc máy có thời công tố quyền sử thể sẽ động từ
        chiến chống khoảnh khắc một trường những điểm nhà khoa của lực dứt điểm hiện sự điện ảnh League chủ nhà Ảnh minh
        những câu để tiếp để đánh cảm ơn ký kết lợi cho sự quan vì thế Trên bờ biển cư dân lợi thế các nhóm giới chức
        không thực mỗi năm phụ thuộc đến hiện lợn Theo báo Trump và cho mình ngay lập ma túy phía sau đề thi cho ông
        video nguồn lực tiến trình đủ điều mặt đường Đối tượng đường phố diễn đàn nhắc nhở rạng sáng Thuỷ Thảo biến động
        buổi làm báo của khai nhận kính lại có lập biên nhóm người năng của trước những đi làm nộp quyết của thương vong
        là công phát huy Thạnh Trong thời chuyến đi chốt có thông một bộ một loạt người ở trên mặt cuộc khủng không
        ngừng ngay sau quý ra vụ bạn trai cố vấn của cả tâm của dinh dưỡng gặp nhiều về người đó được Cùng với an phường
        biệt thự Đại hội mối đe ông nói khởi nghiệp bước đầu có tên hôn nhân màn hình tục được lại với những con trình
        báo tại thị Nga và khuôn khổ thông đường vẫn tiếp xứng đáng loạn miễn đã hoàn thôi mặc dù theo ông vị này bánh
        liên kết làm cho ngày trước người lớn phiên toà sản của tuyệt đối cuộc tập phiên họp với chính giữ nguyên phát
        từ thu thập thực thi tế của có thêm năm tù bán ra đậu Tại đây chức danh hoạch và không quá nhà thầu đang trong
        Liên minh luật pháp những kẻ trường đã ghi lại thì bị vỉa hè nhập cảnh nhắc đến quần đảo Dự kiến lý của dương
        giới hạn Hợp là nơi ngủ tin báo tôi có tổng cộng chỉ tiêu có rất giá bán thật sự tin trên trên thị Ban Phó thủ
        nợ âm nhạc để xử Trong cuộc Tổng giám hội thảo ngành công tính đến Argentina người chồng chàng trai chăn nuôi
        gặp nạn nhân lực những hình niềm tin thủy tin đồn tài năng vì không Thống của ngành đội hình là việc đã tăng Lao
        động mùa giải mọi thứ với mục đòi hỏi tái Do đó bác bỏ mỗi người nhiệt đới nước thải tế và và ông đập nghiệm
        hiện buôn bán cùng nhau khắp làm nhiệm mặt đất nhập cư về mặt đang tiếp Tỉnh uỷ bỏ trốn tận của con khi đang Đào
        đoạn đường đến tháng Hiệp định di động kiểm điểm kỳ thi thể làm ung thư điểm hiện có kết cần có kịch bản thức
        của tỏ ra ông ấy chưa thể Kiểm khi các các cấp mở cửa tác với khuyến cáo luyện viên nhiều khả sự tham được tìm
        cặp đôi của đội hạng mục như không quả của thêm một trong khoảng vào thời đẳng đồng đội các nạn hơn một toà nhà
        về công Hàng dịp và làm tối thiểu bỏ chạy coi là toàn quốc tại thành đồng chí từ đó kiểu thận tạo nên biểu tượng
        bảo tồn bị đánh trường để từ chức đã gây được nhận đổi khí phán quyết thành phần tiền đạo Hiện nay các khoản các
        nhân cảm xúc giấu nêu trên sơ thẩm giữ được người trên nhiều nhất trại và đã có công dự báo biết ông danh hiệu
        hãng hàng có cuộc có ý hài lòng không cho của khách hiện trên không thấy nhiều khó qua các sau vụ sát điều tại
        huyện đến mức nhà báo đi lại đã yêu nhớ Hình ảnh giao cho khoản tiền năng đã sẻ với trung vào Đội để các bạc
        mang theo nữ sinh vật chất người mẹ đều không dân cư đã thực ông này Một người lạnh gây thương này để sẽ giúp sự
        phát trong giai trọng trong Quốc tế các thông thấp hơn tuân thủ huỷ của cuộc khởi động lắp đặt những cuộc quản
        trị trước ngày đấu tranh để người chuyển giao nhận thức những hành đồng tình đồng và các quy cử tri đặt ra phó
        với bất chấp chữa cháy thấy một tại cuộc có các ninh quốc trả lại tình nguyện ở những trò chuyện về vụ Nội vụ để
        tìm giá cao các chiến phổ thông cải cách dụng các động và biết được cục trưởng bang bị ảnh người mẫu nhân sự tạm
        giam vẫn được quyền lợi tham quan vẫn có Vụ việc của hãng củng cố một tháng thông trên định số Kim Y tế không ai
        Cục trưởng giấy chứng thân thiết được thành phóng tên tiêu cực đầu từ có cơ diễn tập nội địa phải trả Yên binh
        sĩ Linh bí thư cuốn lớn của nghèo sắp tới theo đúng đã xảy của tỉnh thuộc về cha mẹ làng Thường trực bán hàng
        chỉ số các quan kỳ họp lý nghiêm nổi bật định là hiện diện hương phía trước của cơ lục ngôi sao Iran làm thủ
        Đặng chủ đề trên trang đoán nhậm chức chiến binh cô ấy về một những trường từng được hiệp Du lịch gia của phi
        công văn hóa băng đâm là do trận chung tại sân địa chỉ các khu hiện nhiều tuyển dụng và đang để được định không
        buồn bố của có trách quay lại bảo an nhưng lại Chủ nhiệm họ đã lại cho một con triển của Vận tải bạo lực vào đầu
        đất đai Nam đã sóng học và Trang Tiền của thành nền tảng trực thăng để đưa động vật cho khách ngày hôm doanh thu
        bé tổn thương Công nghệ giữ chức thoải mái cũng chỉ thì phải Gia đình khí hậu nguồn vốn đến thời chuyển đến con
        số đó đã chấp thuận các giải các sản có quyền hệ giữa người và phạm pháp trên sân định này định và truy Hữu dạy
        gắn nhà ở khối lượng Tất cả quan tới Hải quân giảm giá điểm thi đứa trẻ khi ông nêu tàu sân tại xã đã lên các
        hành thập toà ô nhiễm và điều container hàng nghìn bắt được sự của trong chuyến đã chỉ tìm được xét nghiệm bố mẹ
        xinh đẹp sâu ở phía Tuổi cấp phép mua bán tục điều như những với số đến một ở thành của hai về sự xe khách thay
        vì Chiếc lần nữa đáp trả nghề nghiệp Chúng ta mạng lưới người đang sạt lở trở lên đã trở ở vùng gây thiệt nhưng
        chưa tiềm năng Biên rằng các tâm lý đi vào của gia ngưỡng bao nhiêu chỉ còn thầu khoảng thời nước trong yêu
        thương bước vào Khi Putin nhất từ rằng ông tranh cử tác giả còn là Cuộc lại những đồng với lượng lớn nhân được
        thái độ từng có đồng tiền đội ngũ công suất minh họa tranh cãi tại buổi được tin hướng tới đặc nhiệm cho con chủ
        trì rơi xuống trọng lượng nhận thấy sắp không người cân nhắc đã thông để lại này cho Ủy ban các chương không
        chịu máy tính này đang ý định rút cổ đông đã từng tiểu học an quận hiện được độ cao có hiệu Sáng người nhà và
        cho Thượng viện bị can luận của nghe tốt đẹp để phục bàn giao người làm nhân và trong chiến việc thực động trong
        các đại ra mắt đang bị đọc chờ đợi khổng lồ mẹ chồng cho công vừa được tạm giữ xuống đường Để đối phó ra quyết
        tổ hợp mầm non chiếu trong suốt cắt bây giờ chế tạo nắm về tình Phượng mùa đến trường lần lượt siêu lệnh cấm
        điều động nông dân tuần tra Cộng hoà bức ảnh cùng một mang đến trong công Thời điểm những thông thiên cuộc đời
        giám định tượng này Phong Như vậy Tổng công kết hôn ngư dân như các nói trên quyết tâm triển kinh bị cho đạo các
        ứng viên Ngay sau chuyện với cần được một sự trục Nghiên cứu Hiệp hội chất vấn chế biến việc tại vật liệu đến
        với ước tính bí mật Quỳnh hiện hành ngôn viên hâm mộ sứ quán đúng quy ra vào tự do mời cách đây đáng kể còn
        nhiều trình độ nhập viện Dự án lại được cơ bản pháp lý suy nghĩ ông đã biết đã nổ tín hiệu xấu Nguồn bảng hiện
        có phủ nhận tàu chiến thi hành định tại kịch thịt căn nhà Ukraine binh cầm đồng hồ nghiệp vụ nhẹ đám cưới cho
        việc của bạn gian qua ngập trường vụ hiệu lực tranh chấp Lê cao cấp chữa bệnh đường cao nhận xét quy mô Độ quay
        lợi dụng sẽ làm kỹ năng một vụ trong lúc từ phía chỉ cần lâu lên đến người tham Hồ trốn hợp lý Thiên gian tới hạ
        cánh nhà hàng nhất định phòng thủ rất khó Trưởng phòng cũng bị nói thêm tăng lên xếp khác biệt phần mềm thể là
        ca sĩ hưởng của nghiệp của niêm yết nhờ Trump đã mức giá chung cư Kinh khi nhận ra trong mới có ý nghĩa phải
        được liền nguyên tắc các ngành hiện trong quốc hội tiêu diệt cơ chế vào một xin lỗi đứa là lần mắc trường và bỏ
        phiếu kiến trúc Vì vậy và công quyết liệt Thành phố Thế nhưng các tuyến kiến của làm được lừa đảo vào những Hoa
        hậu các vụ đều được gần như không ít nghi ngờ nóng sinh hoạt Đài đã tiến đại sứ ở nước Hiện trường bộ trưởng có
        khoảng cơ thể không đồng niềm khiếu nại động lực không bao Trong một biên bản họ không những chiếc nâng cấp sáng
        nay Thổ Hệ thống nhưng cũng tôn trọng để tránh gương mặt liên hệ ngôi nhà đợt hộ dân trưởng thành của quân Nhân
        bàn thắng cảm giác với công được hỏi Hoà màu tại nhà được triển từ những biên chế mật mô hình Khoa học Nghị
        quyết Nông nghiệp khoảng cách được phép hoàn cảnh đã quyết để thực thống kê tiêu thụ ôtô để bảo Chiến cướp Tổng
        hợp hoàn tất tiếp xúc xu hướng đấu giá đề cập Ninh Chỉ rượu chuyển sang các tổ song phương Tết nghỉ dưỡng tại
        trường Thương mại chính của chưa từng hình thành khi bị y tế Khoảng những vấn được làm Nghĩa sát hại trúng trên
        toàn vào cuối Năm diện của phó chậm mừng Nam và chứa hấp dẫn người yêu nhân chứng sự thật tập thể cười Dân chủ
        Đầu tư phải làm dạng biến đổi còn được tháng đầu hiện đang không đủ ra một vẫn không các lực lên tới tình yêu đã
        bắt Theo thông ý tưởng đối ngoại đâu rằng việc trải qua ở khu hoàng Campuchia kỳ vọng thông minh hơn nữa chấp
        hành theo đuổi việc của căn hộ định được trong nhà Vương thống phòng việc xảy đạo đức được đặt có hành đỏ giải
        cứu chiến sĩ phương pháp tính toán từ đầu trong nhiều trình diễn đang điều Truyền thông đầu của dựa trên chủ
        quyền gọi điện quyền địa khi có Australia giải trí nghiêm túc tin từ vốn đầu ngắn cô giáo thu hồi thường trực
        cứu hộ trọng nhất mỗi ngày chụp ảnh thời trang chuyển đổi lễ hội Thậm chí phong cách tin về tố cáo không để
        trong tháng Biển trong tương và nhiều được sử đến vụ Trước khi chỉ được mang tính thất bại bố trí quan sát đang
        có các em chức vụ cầu của mức độ Liên quan Phó chủ khống chế người lái phải đối thành tích đình chỉ Thế là sự
        Quốc đã tác phẩm hệ với nào cũng thông thường đã phát đến khi biết đến cuối tuần thấp nhất rời khỏi tặng đối
        phương mang lại một nhà quy trình thể được đều có mưa buộc phải quyền của tại hiện đối lập tin rằng tốt hơn vực
        này Hùng tình dục tại chỗ vết thương sức mạnh học tập lượng công tắc biết thêm dẫn đầu hóa công của tường tiểu
        lưới lại không mặt hàng phương thức đến năm từ trước Viện Indonesia Tôi không cũng đang của pháp nên không tín
        dụng Phát biểu mặt bằng về vấn tiết kiệm lái xe hầu hết là các mà còn trực tuyến kiến thức Mặc dù không làm Hưng
        Tài nguyên Vĩnh công bằng thuỷ lo lắng chung kết thiết lập vài liệt rà soát sửa chữa sửa đổi tác chiến để giải
        biểu diễn ra khỏi Dũng Từ cuộc bầu phần lớn hàng hoá người không Tổ chức va chạm đón nghìn đời sống cưới cảng
        thẩm định tin tưởng lỗi nhân vật thương nặng chụp vệ sinh Kế hoạch toàn diện trung ương xuất phát đổi mới chứng
        nhận một nhóm dân tộc tiến độ đến ngày bộ phận các bộ có dấu hết sức trang phục khẩn trương tạo điều người tiêu
        ra tại kỷ niệm sinh sống quá nhiều đóng cửa được tổ ưu tiên Mỹ đã công nhận biểu hiện quyền lực bộ phim gọi là
        Huỳnh cập nhật đến những đội tuyển cho một tư vấn tháng trước chỉ huy Chính quyền Cũng theo dòng một công trọng
        của với mức hư hỏng ngừng thời hạn trên biển người phát hy vọng được xây hiệu trưởng sẽ bị các quốc mặc hoà bình
        thỏa thuận tình báo về phía Kết quả nhằm vào người đồng Israel khá lệnh trừng phòng chống quảng cáo thì không về
        hành Điện một năm tiên của Tân về các Phúc giết người bóng đá để đảm Nguyên nhân đối đầu quần rừng đề này giành
        ngôi Phát triển Đại diện đang làm Thanh tra mới của thương tích biểu tại người lao được coi trường học giữa các
        nghị quyết tôi cũng ở đây phòng không sân khấu tay từ tháng Đường phụ trách được hưởng hợp pháp sáng tạo thuyết
        phục Singapore sống của cáo của thế hệ từ khi xe tải Chính trị của trường tập trận luận về tiêu dùng có giá tiếp
        theo phá nguyện vọng bạn bè đạo diễn Thành uỷ nông thôn giống như chế độ không nên được cấp tuyệt vời tự động
        thầy ước đã phải đã đến các bạn cũng sẽ nghị sĩ phạm tội phẫu thuật xuất sắc độc lập dầu giúp đỡ lực của tối đa
        xung đột đã nhận công cộng ăn chấn thương người đẹp Lương trong tình tàu ngầm thuê của cô ô tô Kỳ nguồn gốc bằng
        chứng chờ khám nghiệm lý do trạm tự nhiên cánh khối thay thế Thời gian về nhà đuổi mới được được biết đôi điểm
        này vụ tai dụng đất giải phóng Nghệ bên trong giá vàng họp báo ngược lại được thiết được giải sinh năm được giao
        ra những cũng phải dừng lại không bị một ngày trời của tôi nhiễm hôm qua giấy tờ trong lĩnh tổng số Thường vụ
        xác minh thời tiết tại đây Không chỉ công chúng công chức trồng có liên gia tăng ở các Phú dễ dàng Quân đội ban
        hành chiếm đoạt định hướng mặt với thoát tồn tại may mắn Cục chấm dứt tuyển sinh với nhau Hiện tại người hâm
        phải chịu nhìn thấy suốt về tội Trao đổi bán đảo bên ngoài lãnh thổ các dự sai phạm thể thao Chương trình cựu
        liên tiếp cây Trọng Tổng cục duy trì Xem thêm áp lực của nhiều hai bên thu phí dự thảo liên lạc chuyên nghiệp
        cùng các cả những trường đại tìm cách Đình Reuters giấy phép một thời vùng biển đổ uống rõ ràng sẽ là Quốc và
        đẩy mạnh Xây dựng vô địch lần này Mới đây Đà Người dân bài hiện một cấm Bảo sẽ phải đã đưa lo ngại chứng khoán
        khuyến khích nhiệt các địa nghị thượng đường bộ Quyết định lợi nhuận mặt tại nước và ra ngoài chi tiết Chiều các
        đồng trắng rất lớn quán Đoàn Môi trường Châu vụ tấn chở thuyền nói chuyện can thiệp ngồi đơn giản tham nhũng cao
        hơn còn có tầm trung bình và phát duy nhất gây ra nói với nền kinh trở về đạo của Thắng bền vững không kích bất
        động trải nghiệm Nghị định người thiệt nhiệm kỳ đăng tải chẳng cả hai nhắc Đó là đột Quản lý Trắng bức xúc tỷ lệ
        khuyến được phát Văn phòng chú ý mới đây nghiệp và đã khiến hạng Trương chứng minh mới nhất được xem thi thể
        triệu người yếu tố chỗ các thành thải mua tôi sẽ nhiệm của đầu tháng bên cạnh nuôi các vấn với sự hội đồng tình
        huống thanh toán Phước phổ biến tốt nhất Tiến không khí tìm hiểu đưa vào cuối tháng hãng trong vòng lễ nếu không
        khảo sát trong ngày tuyên truyền vào cuộc thi đấu đá bằng cách trên các nhạc chức trách dẫn lời vượt qua người
        đi lãi suất Những người Thường bắn được trang Định trong bối cái ứng dụng dữ liệu lưu thông thông điệp phức tạp
        giải thưởng thứ hai không cần khẩn cấp các chuyên thị xã xét xử được những Tây những lời Sở cho đến của bà kịp
        thời lương Hiệp ngược năm qua phút thuận lợi lửa đạn tiêm kích không đúng chuyên môn mâu thuẫn những gì phê
        duyệt đã làm để có ấy tuy nhiên hiện tượng huy động bất kỳ đồng nghiệp phỏng vấn tạm với ông nhất thế phong bổ
        nhiệm của anh trong trường vô cùng Malaysia chính xác các phương nhưng vẫn thách thức là điều đến các Lãnh đạo
        Giáo dục thu nhập Long bức xét tuyển tạo ra và những văn hoá những điều thu hút thành một Đại sứ vào khoảng nâng
        cao trong vụ trị giá có được không quân khủng hoảng Pháp xung quanh mất tích điều đó bất thường tài liệu du
        khách không hề người dùng chặt chẽ súng sớm chịu trách lượt cho những người được khiến người ngại trẻ em cô gái
        quan công xử phạt thất nhiều hơn Với tuần trước các biện động sản với tổng thẩm quyền vận hành sang Quang góp
        phần nghi phạm đối thoại chống lại bảo hiểm trang bị vào các những năm không gian tham dự biểu tình định về đến
        từ phiên bản tổng hợp từ các con gái cuộc thi điểm của cháy sẽ tiếp đóng góp cuộc tấn Uỷ ban tôi đã được đánh
        hậu quả giữa hai con trai đồ ở mức Đối với phải có trụ sở cháu con đường sức khỏe trú tại tịch nước với giá
        đường dây nguyện cuối năm ấn tượng cao tốc vẫn đang động cơ người trong theo hướng động viên lập tức được chuyển
        mẫu của nước hải quân ít nhất sức khoẻ cải thiện cũng cho người ta trên thế từ chối đêm thi công văn phòng về
        những Quốc gia đạn đạo Ngân hàng toàn cầu nhìn chữa trong số Khánh tìm thấy các doanh danh sách đối mặt chi phí
        Thượng được xác chứng kiến quốc lộ là không trở nên tốt nghiệp quốc phòng hành trình sông Bí thư Cường sắc đe
        doạ diễn biến hoàn thiện công khai nhân của hiện các cả các cao nhất với việc chân cấp cao lần thứ nhà máy thanh
        tra cho là của nhà như một bảo đảm nhiều năm năng lượng Tài chính bác sĩ được thực Hàn với nhiều toán thủ đô kết
        hợp động thái Thuận bất cứ có khả này cũng trong khu ngay nguồn tin cạnh tranh ma tuý những ngày chủ trương hạ
        tầng Mỹ và được công nghĩ cửa hàng phụ huynh ghi nhận trong quá miền suất hàng trăm một lần của chính không muốn
        được sự đạn Hội nghị nghề vòng lên tiếng tránh kết nối Một số lợi ích người bạn dường như người chết trái phép
        nguy cơ thư huấn luyện việc làm Đến được người đội bóng viết tình cảm Trưởng hàng đầu Phó mắt Sau đó hai người
        tôi không đối tác theo dõi tiếp nhận giống bao giờ cam kết Luật nằm trong Giang kiến nghị vai trò Bản một chiếc
        cả nước tại khu cuộc điều dưỡng lớp nghệ thuật trật tự dừng này là ngăn chặn đã không an huyện phản ánh phản ứng
        cùng ngày chủ động báo chí cùng với đồng minh chưa có Thông tin việc với phóng viên Điều này điều này lòng năm
        trước Hương Thương châu chơi nghệ sĩ Hồng các đơn Nếu và có tiêu chuẩn để làm theo quy viên của bày tỏ bị bắt sự
        nghiệp các tỉnh có sự gái hoá các hoạt năng lực việc này chăm sóc thu tập đoàn kỷ luật tại một chuyển nhượng kể
        từ này không này có đáp ứng giải thích người này nhà lãnh Cơ quan kết thúc tiết lộ công dân tác động kêu gọi đối
        thủ Trong đó nhất trong kích câu hỏi người đứng này sẽ và một con người các đối thủ tướng bình luận được thông
        sự cố khác nhau khi được địa điểm của chúng danh khởi tố của những tương tự tốc độ chuyến bay đến việc chủ yếu
        bà quan điều vừa qua Hồi giáo chủ đầu các loại vẫn còn được một an tỉnh bổ sung bóng luật sư dành cho mạnh mẽ
        yếu Anh với một đầy đủ được các biệt là để điều Việc có người phiến quân Phòng đồng ý bối cảnh hạnh phúc Sơn bầu
        cử tài khoản và người người thân cô thương hiệu Giao thông cố gắng mong muốn Đảng và được sẽ có cần phải khách
        sạn mối quan chiếm thuế gửi nằm năm ngoái nghỉ chắc chắn dư luận nhu cầu giới thiệu giấy hồ sơ xem xét nguy hiểm
        Theo ông Minh hàng loạt mà không nữa vận tải nghĩa cuộc gặp Tuấn nông nghiệp xe máy đảng Nhiều người vào tháng
        Đặc biệt khiến nhiều hình sự phí tầng thử nghiệm chỉ là Nga thấp trái chuyến thăm trước đây phân tích tinh thần
        mẹ Cụ thể chỉ trích Nhưỡng luôn xét Phạm khắc phục Tôi hướng dẫn thế nào bồi thường kéo dài cố Tập đoàn tội phạm
        lúc cổ phiếu của công Được biết Tại buổi hàng chục hồi tháng thực phẩm Donald công nhân hình thức tương lai thẩm
        đầy cho phép từ năm nhỏ minh từ ngày vào năm thật độc tương đương di chuyển ngân sách một cách vụ án hay không
        có mặt cạnh đó đưa tin Đại học Nẵng chiến tranh thúc đẩy đàm phán căn cứ tiếp cận lệnh nơi mục đích trận đấu vận
        động bởi nhà trường phát ngôn thi khởi vàng chỉ có một phần hỏi Đồng thời thực sự thiện cuộc chiến truyền hình
        ban đầu văn bản thuốc hai nước lấy tối chịu Lực lượng chính là khai thác cụ thể của họ chưa được đầu năm hội
        nghị trao đổi đứng đầu hiểu Ngày cổ phần vận chuyển nhà đầu đô thị thị trấn đời điều hành tích cực trên mạng
        thảo luận Thứ trưởng và không Hà mở rộng nhau chiến thắng thành lập đổi với như thế tìm kiếm vượt thống nhất cần
        thiết thắng xuất khẩu còn lại nói rằng mạng xã hậu thưởng riêng Liên người phụ phản đối đủ dấu hiệu Xuân câu
        chuyện người đã tài xế bản thân mỗi nặng trong năm đăng ký được điều bắt giữ cấp cứu hôm nay làm rõ Nhưng văn
        cầu thủ khoa học biên giới các công người có cũng được giám sát vật anh bao gồm không biết thượng đỉnh được
        nhiều Ảnh bước căng thẳng lịch sử bệnh nhân chiếc xe quy hoạch đào tạo phải là Philippines nhất của kỳ cảm thấy
        cơ hội xác nhận Các hồi vọng phiếu kinh nghiệm Nhiều đường sắt mang hạn chế ngày càng Trung tâm cửa sẵn sàng
        hiện đại diện tích thủ tục kết luận hôm gọi trong nước vẫn chưa phân vì Theo đó tại các áp dụng Bên cạnh cũng có
        điều trị quan điểm vợ chồng đến nay khán giả chấp nhận đáng sự kiện gồm chấp năm nay không còn Bệnh viện bỏ chứ
        không các cơ rộng nhập khẩu đông điện tử Nguyên tìm tải tội hạn số người Không tỉ đồng hưởng đến ngoại giao bên
        phóng Ngoại giao tăng trưởng không chỉ nỗ lực phát biểu phép các cuộc cũng là quan tâm phiên Sau khi dẫn đến mà
        Điều trong các vùng vốn tử vong diễn viên này được Thị thích hành khách phù hợp số lượng Syria lần đầu bị cáo
        khi đó an ninh vận đạt được thừa nhận thiệt mạng hàng không vào ngày Thái giáo viên nhân dân cạnh của một đó có
        cũng đã mất chiến đấu kỹ thuật hiện nay các trường cảnh báo lựa chọn nhiều lần trừng phạt đã bị khoản Hiện Ngoại
        trưởng đăng cuối cùng toàn bộ hết công nghiệp đó là vũ khí đại học trả lời thí sinh phương án bình thường giao
        dịch cho hay chúng ta khẩu sân bay chọn đề xuất cao này đã thậm chí sinh viên giải pháp hành chính rồi đảo Ngọc
        chết hiện tại chung lợi hai thanh niên thanh trở lại Hội đồng phạt lớn nhất tàu tuần Ngoài ra liên tục số tiền
        nhất là thoả thuận chị tài chính cộng đồng tình hình đẹp thiếu sức một cuộc truyền thống đóng nổi tiếng nhanh
        chóng Hải cuộc họp trong khi trên địa khỏi tưởng giúp Nhật trong một với người như vậy nhóm hoàn thành các nhà
        ổn định ứng đúng thiết bị thiệt hại con là những sự việc tranh điều khiển dự kiến dùng sở hữu ý kiến Bắc truyền
        thông nếu trả tiết nào Quảng gần đây giai đoạn Trong khi Một lượng chức gây du lịch các nước nội dung chính trị
        người bị được cho phản thông qua đất nước tuyển chiến dịch an toàn trận giáo dục thuận phục vụ đứng nhận định
        Ông đàn ông phía cuộc sống liệu Cảnh sát trước đó tốt Quốc phòng qua trung tâm đặt giá trị lĩnh vực vị trí đây
        là Những Văn đạt khủng bố gặp cuối Trung ương tai nạn bán dưới trẻ Thành trang động của ủng hộ trong thời người
        khác chạy cho các Đây là công việc bình vậy chiến lược công an nhà nước tuyến đường thân họ thực tế Trần biến
        nhằm được đưa trong cuộc đi chủ tịch đại biểu nhưng không cung cấp hoàn toàn cáo buộc đang được thuật cá nhân
        Phương quận hoàn biện pháp chính phủ cũng không sẽ không có một chuyến cảm tâm thể hiện Chúng tôi thứ điều chỉnh
        thiết kế Hoàng có những người đàn chế hành vi trong việc địa bàn ngoại tất cả giữ tập trung mức sáng Đông phụ nữ
        hợp tác lao động Đồng Thanh công trình tự tương hợp đồng Dương định của Giám đốc dẫn so với nhấn mạnh nhiệm vụ
        ngành chuẩn bị mọi người mục tiêu chống lời hoặc đưa ra công bố loại khó khăn Đại chuẩn có nhiều hình ảnh trực
        tiếp phường Nam và các dịch vụ giáo giờ lập Đức phục chiều lịch tích chuyên gia hiệu quả báo cáo hợp với máy bay
        quân sự khách hàng một trong nhập vừa đấu thường xuyên quá trình Công ty Tiên nguyên nhân tăng cường nguồn cơ sở
        nghiêm trọng hạt nhân trước khi bất ngờ bệnh viện đoạn kiểm soát pháp luật thêm cho người ngân hàng Trường bị
        thương thành công cán bộ sau đó tính về việc chồng thay đổi quân đội điện thoại kinh doanh luận trị cho thấy
        cũng như tiêu biển sản phẩm tài sản diễn ra viện chỉ đạo nghiệm Nhà nước bạn thành viên trung giám đốc đều đoàn
        nhân viên xuống tập sẽ được trên đường phối hợp hành động với những nước này giảm bảo vệ Nội tạo cả điều kiện
        chính thức độ mạng thông báo Trump muốn bản chứng Người bắt đầu đã có quan hệ phương tiện vi phạm chính sách
        quan đến bất cần biểu cảnh sát đại diện công nghệ tổng thống không được bệnh rất nhiều diện nên chuyên chất
        lượng là người bắt từng học sinh lên trong đó tiến hành đồng thời dịch sống gần chia sẻ môi trường chiếc nước
        ngoài đánh giá kế hoạch đảm bảo vụ việc giữa nạn nhân pháp tổng lần thuộc thủ đề nghị nguyên tham gia kết quả
        thức hỗ trợ xác định trở thành triển khai xuất hiện Bình tiếng mặt thì tên lửa nghiên cứu Theo đổi của ông hướng
        quan trọng chuyện bộ hiện trường kiến mạnh hiệu luật xã hội truyền Trước đó toàn Bộ trưởng bảo giải quyết thiết
        kinh tế trong những Trong chưa xử lý quốc tế công tác tuyên bố đơn vị kiểm tra giá trường hợp nghị sau khi đánh
        nói thương mại quan chức Quốc hội giao thông cách lớn còn công ty tình trạng sản xuất sinh báo đưa với các đội
        một người đất thời điểm chúng tôi quân phần bằng chính quyền tỷ đồng vẫn khả năng sản Triều của người tôi tăng
        nhận được của các hơn cảnh theo xảy ra không phải phạm khác ở Công an đây điện quản lý diễn làm việc kết dự án
        chức năng rất chủ Chính phủ tình ảnh hưởng không thể khi hình liên quan tấn công trách nhiệm khách đại của mình
        tuổi cấp đầu tiên quốc gia đã được tới yêu cầu hệ thống nhiều người trọng thấy Công cơ quan huyện phòng mới đặc
        biệt chương trình tiền thế giới nhiệm khiến phát hiện không có như vụ quyền là một chuyển cùng giải thị trường
        Mỹ Chủ tịch hội vấn đề xuất đối tượng tháng một số gia đình quốc hợp Trung tỉnh địa phương triệu đồng chiến quy
        định nhà khoảng làm xây dựng khu vực Thủ tướng khẳng định cho rằng sự doanh nghiệp đối với học viên lãnh đạo Tuy
        nhiên rằng trình thời gian sẽ tiếp tục điều tra thành phố hành quan đầu tư thường cuộc những người thông tin
        phát triển năm phương lực lượng đang quyết định sử dụng thương hàng chỉ đó từ vào nhưng nhất thời tổ chức điểm
        nghiệp lại đối là về Nguyễn bị nhận trưởng ông chức Việt nhân người dân ngày này hoạt động thực hiện cũng chính
        lượng có thể phải thành Quốc trước Tổng thống trên thông điều và đường tại đầu hiện để cho biết động đã việc
        nước công đến nhiều định đồng trường các một những với trong không của người được
        """
}
